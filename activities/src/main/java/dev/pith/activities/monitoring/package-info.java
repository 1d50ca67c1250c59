/** The state of the store in numbers, for monitoring. Reads only, and only by indexes or small tables. */
@NullMarked
package dev.pith.activities.monitoring;

import org.jspecify.annotations.NullMarked;
