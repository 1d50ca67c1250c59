/** Hashes: the names of what is the same again. */
@NullMarked
package dev.pith.activities.hashing;

import org.jspecify.annotations.NullMarked;
