/**
 * The command line: {@link Pith} knows every command, {@link CommandFailures} turns what goes wrong into one line and an exit
 * code. Commands stand in packages by what they are about, one class a command; all of them stand on {@link
 * dev.pith.starter.cli.command}.
 */
@NullMarked
package dev.pith.starter.cli;

import org.jspecify.annotations.NullMarked;
