/** What tests of every module share: a real PostgreSQL with a fresh database for each test class. */
@NullMarked
package dev.pith.activities.testing;

import org.jspecify.annotations.NullMarked;
