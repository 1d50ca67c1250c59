package dev.pith.starter.cli;

import picocli.CommandLine.Command;

/** Checks every part and names the cure of what is not well. */
@Command(name = "doctor", description = "Check every part; say for each problem how to mend it.", sortOptions = false)
final class DoctorCommand extends PithCommand {

    @Override
    ExitCode run(Terminal terminal) {
        return ExitCode.DONE;
    }
}
