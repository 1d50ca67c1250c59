/**
 * What every command stands on: its options, its terminal, its exit code, its one line when it fails, and figures and
 * moments as people write them.
 */
@NullMarked
package dev.pith.starter.cli.command;

import org.jspecify.annotations.NullMarked;
