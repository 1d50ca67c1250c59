/**
 * The embedded default: a PostgreSQL and a Temporal dev server that live in one directory, the home. Commands start them,
 * adopt what a killed command left behind, and the last command out stops them. {@link EmbeddedStack} is the way in;
 * everything that starts or stops a server happens under the home's {@link StartLock}.
 */
@NullMarked
package dev.pith.starter.runtime;

import org.jspecify.annotations.NullMarked;
