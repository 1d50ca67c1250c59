/**
 * Opens other programs' SQLite databases for reading, while those programs may be writing.
 */
@NullMarked
package dev.pith.starter.importing.sqlite;

import org.jspecify.annotations.NullMarked;
