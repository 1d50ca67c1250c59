/** Sessions that a user's settings exclude from imports or from automatic compaction. */
@NullMarked
package dev.pith.starter.sessions;

import org.jspecify.annotations.NullMarked;
