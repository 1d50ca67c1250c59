/**
 * Assembles what a command works with: the database, the connection to Temporal, the worker, and the clients that start
 * and follow work.
 */
@NullMarked
package dev.pith.starter.engine;

import org.jspecify.annotations.NullMarked;
