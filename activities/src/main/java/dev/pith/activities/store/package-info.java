/**
 * The store: PostgreSQL through Jdbi, one interface for each table with its SQL on its methods. Every write that must be
 * atomic is one transaction here, and callers never see a connection.
 */
@NullMarked
package dev.pith.activities.store;

import org.jspecify.annotations.NullMarked;
