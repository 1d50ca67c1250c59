/** Hashes that identify equal content. */
@NullMarked
package dev.pith.activities.hashing;

import org.jspecify.annotations.NullMarked;
