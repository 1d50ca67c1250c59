/**
 * Secrets taken out of a text before it leaves for a model or is written to a memory
 * ({@link dev.pith.activities.redaction.Redaction}). The shapes are those that the public rule lists of gitleaks,
 * detect-secrets and trufflehog name and that the providers document. Those are programs in Go and Python, and what there
 * is on Maven Central masks the lines of one logging library by configured names; so the scan is Pith's own. It reads a
 * text once, looks at bounded stretches only and never backtracks.
 */
@NullMarked
package dev.pith.activities.redaction;

import org.jspecify.annotations.NullMarked;
