/**
 * Calls of models as Pith makes them: each reply is written down before it is used, each attempt has its row in the cost
 * ledger, and all workers treat an endpoint alike. {@link dev.pith.activities.calling.JournaledModel} is where to start
 * reading.
 */
@NullMarked
package dev.pith.activities.calling;

import org.jspecify.annotations.NullMarked;
