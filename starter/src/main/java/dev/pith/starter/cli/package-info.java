/** The command line: one class a command, one place for messages and exit codes. */
@NullMarked
package dev.pith.starter.cli;

import org.jspecify.annotations.NullMarked;
