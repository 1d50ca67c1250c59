/** Deletes conversations with all that was made of them. {@link dev.pith.activities.erasure.Erasing} is the entry point. */
@NullMarked
package dev.pith.activities.erasure;

import org.jspecify.annotations.NullMarked;
