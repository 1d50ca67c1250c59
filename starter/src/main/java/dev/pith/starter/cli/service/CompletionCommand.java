package dev.pith.starter.cli.service;

import dev.pith.starter.cli.command.ExitCode;
import dev.pith.starter.cli.command.PithCommand;
import dev.pith.starter.cli.command.Terminal;
import picocli.AutoComplete;
import picocli.CommandLine.Command;

/** Prints a completion script. */
@Command(
        name = "completion",
        description = "Print a completion script for bash and zsh: source <(pith completion).",
        sortOptions = false)
public final class CompletionCommand extends PithCommand {

    @Override
    protected ExitCode run(Terminal terminal) {
        terminal.out().print(AutoComplete.bash("pith", spec().root().commandLine()));
        terminal.out().print('\n');
        terminal.out().flush();
        return ExitCode.DONE;
    }
}
