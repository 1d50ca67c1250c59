/**
 * Dates: the days on which the messages of a range were written, and the dates that words such as "tomorrow" mean on
 * such a day. Days are those of one time zone, by default the machine's.
 */
@NullMarked
package dev.pith.activities.dates;

import org.jspecify.annotations.NullMarked;
