/**
 * The embedded default: a PostgreSQL and a Temporal dev server in one directory, the home. Commands start these servers
 * or adopt those of a killed command; the last command to exit stops them. {@link EmbeddedStack} is the entry point.
 * Every start and stop of a server requires the home's {@link StartLock}.
 */
@NullMarked
package dev.pith.starter.runtime;

import org.jspecify.annotations.NullMarked;
