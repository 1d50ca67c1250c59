/**
 * Removes secrets from a text before it is sent to a model or stored in a memory
 * ({@link dev.pith.activities.redaction.Redaction}). The shapes come from the public rule lists of gitleaks,
 * detect-secrets and trufflehog and from the providers' documentation. Those tools are written in Go and Python, and
 * the libraries on Maven Central only mask log lines of one logging library by configured names, so Pith has its own
 * scanner. It reads a text once, examines bounded ranges only and never backtracks.
 */
@NullMarked
package dev.pith.activities.redaction;

import org.jspecify.annotations.NullMarked;
