/**
 * Pages of what is stored, for people: conversations, compactions and the cost of days, newest first. Reads only. A page
 * is found by an index, so that its time does not depend on how much is stored.
 */
@NullMarked
package dev.pith.activities.listing;

import org.jspecify.annotations.NullMarked;
