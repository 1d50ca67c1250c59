/**
 * Names that work goes on with: paths, symbols, commands, URLs, ids, errors and their kin. They are found in one pass over
 * a text ({@link dev.pith.activities.identifiers.IdentifierScanner}), remembered with who used them and how long ago
 * ({@link dev.pith.activities.identifiers.Traces}), ranked, and printed as a ledger.
 */
@NullMarked
package dev.pith.activities.identifiers;

import org.jspecify.annotations.NullMarked;
