/** Token counts: exact for texts of common size, estimated from character classes for longer ones. */
@NullMarked
package dev.pith.activities.tokens;

import org.jspecify.annotations.NullMarked;
