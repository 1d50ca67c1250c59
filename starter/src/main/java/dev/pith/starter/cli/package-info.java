/**
 * The command line. {@link Pith} registers the commands, {@link CommandFailures} turns exceptions into one line and an
 * exit code. There is one class per command, in a package per topic; all commands are based on {@link
 * dev.pith.starter.cli.command}.
 */
@NullMarked
package dev.pith.starter.cli;

import org.jspecify.annotations.NullMarked;
