/** The common base of commands: options, terminal, exit codes, failure messages, and formats for numbers and times. */
@NullMarked
package dev.pith.starter.cli.command;

import org.jspecify.annotations.NullMarked;
