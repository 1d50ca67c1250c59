/** How many tokens a text takes: exact for texts of common size, estimated by kind of character above it. */
@NullMarked
package dev.pith.activities.tokens;

import org.jspecify.annotations.NullMarked;
