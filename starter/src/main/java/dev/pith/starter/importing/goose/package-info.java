/**
 * Reads Goose's database.
 */
@NullMarked
package dev.pith.starter.importing.goose;

import org.jspecify.annotations.NullMarked;
