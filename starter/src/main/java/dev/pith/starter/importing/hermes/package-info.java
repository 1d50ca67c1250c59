/**
 * Reads Hermes' database and the JSON form of its sessions.
 */
@NullMarked
package dev.pith.starter.importing.hermes;

import org.jspecify.annotations.NullMarked;
