/**
 * Identifiers: paths, symbols, commands, URLs, ids, errors and similar names. They are found in one pass over a text
 * ({@link dev.pith.activities.identifiers.IdentifierScanner}), recorded with the source and age of each use
 * ({@link dev.pith.activities.identifiers.Traces}), ranked, and printed as a ledger.
 */
@NullMarked
package dev.pith.activities.identifiers;

import org.jspecify.annotations.NullMarked;
