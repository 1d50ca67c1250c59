/**
 * The PostgreSQL database, accessed through Jdbi: the connection pool, migrations, and the tables of conversations,
 * messages, summaries, context versions, compactions and chunks. Tables of other features are in their packages. SQL is
 * in annotations on interfaces, each of one table, a few related ones or one purpose.
 * {@link dev.pith.activities.store.Database} runs several statements as one transaction, in which callers attach these
 * interfaces to a Jdbi handle.
 */
@NullMarked
package dev.pith.activities.store;

import org.jspecify.annotations.NullMarked;
