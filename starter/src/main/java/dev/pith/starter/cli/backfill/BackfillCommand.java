package dev.pith.starter.cli.backfill;

import dev.pith.starter.cli.command.ExitCode;
import dev.pith.starter.cli.command.Terminal;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParameterException;

/** Compacts many conversations. With paths and no subcommand, it behaves like {@code start}. */
@Command(
        name = "backfill",
        description =
                "Give every conversation a gist, or compact it, and write its memories: thousands of sessions in one"
                        + " command, resumable and watched. pith backfill PATH is pith backfill start PATH.",
        subcommands = {
            BackfillStartCommand.class,
            BackfillStatusCommand.class,
            BackfillWatchCommand.class,
            BackfillPauseCommand.class,
            BackfillResumeCommand.class,
            BackfillSetCommand.class,
            BackfillCancelCommand.class,
            BackfillRetryCommand.class,
            BackfillReportCommand.class,
            BackfillListCommand.class,
            BackfillScheduleCommand.class
        },
        sortOptions = false)
public final class BackfillCommand extends BackfillStarting {

    @Override
    protected ExitCode run(Terminal terminal) {
        if (!givesPaths()) {
            throw new ParameterException(
                    spec().commandLine(), "a command or a path is missing: pith backfill start takes what is stored");
        }
        return super.run(terminal);
    }
}
