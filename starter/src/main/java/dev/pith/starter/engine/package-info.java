/**
 * What a command works with, put together: the database, the connection to Temporal, the worker, and the client that
 * starts and follows compactions.
 */
@NullMarked
package dev.pith.starter.engine;

import org.jspecify.annotations.NullMarked;
