package dev.pith.starter.cli.memory;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The parent of the commands on memories. */
@Command(
        name = "memory",
        description =
                "Read and keep what outlives conversations: facts, decisions, preferences, constraints, open ends.",
        subcommands = {
            MemoryListCommand.class,
            MemorySearchCommand.class,
            MemoryShowCommand.class,
            MemoryExportCommand.class,
            MemoryForgetCommand.class,
            MemoryRebuildCommand.class
        },
        sortOptions = false)
public final class MemoryCommand implements Runnable {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "a command is missing");
    }
}
