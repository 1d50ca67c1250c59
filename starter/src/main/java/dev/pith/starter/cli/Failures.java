package dev.pith.starter.cli;

import dev.pith.activities.compaction.Applying;
import dev.pith.activities.compaction.Undoing;
import dev.pith.activities.compaction.UnknownConversationException;
import dev.pith.starter.cli.command.CommandProblem;
import dev.pith.starter.cli.command.ExitCode;
import dev.pith.starter.config.ConfigurationException;
import dev.pith.starter.engine.BackfillClient;
import dev.pith.starter.engine.CompactionClient;
import dev.pith.starter.engine.ElsewhereException;
import dev.pith.starter.engine.Outage;
import dev.pith.starter.engine.ScheduleRefusedException;
import dev.pith.starter.engine.UnreachableException;
import dev.pith.starter.importing.NotAConversationException;
import dev.pith.starter.runtime.RuntimeProblem;
import java.io.PrintWriter;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** The one place that turns what goes wrong into a line for the user and an exit code. */
final class Failures implements IExecutionExceptionHandler, IParameterExceptionHandler {

    @Override
    public int handleExecutionException(Exception failure, CommandLine command, ParseResult parsed) {
        PrintWriter err = command.getErr();
        ExitCode code = exitCode(failure);
        err.println("pith: " + message(failure));
        if (isVerbose(parsed)) {
            failure.printStackTrace(err);
        } else if (isUnexpected(failure)) {
            err.println("This is a defect of Pith. Run it again with --verbose to see where it came from.");
        }
        err.flush();
        return code.code();
    }

    @Override
    public int handleParseException(ParameterException failure, String[] arguments) {
        CommandLine command = failure.getCommandLine();
        PrintWriter err = command.getErr();
        err.println("pith: " + failure.getMessage());
        if (!UnmatchedArgumentException.printSuggestions(failure, err)) {
            err.println("See " + command.getCommandSpec().qualifiedName() + " --help");
        }
        err.flush();
        return ExitCode.USAGE.code();
    }

    /** What a failure comes to, for commands that go on with the next of several. */
    static ExitCode exitCode(Exception failure) {
        if (failure instanceof CommandProblem problem) {
            return problem.exitCode();
        }
        if (failure instanceof ConfigurationException
                || failure instanceof NotAConversationException
                || failure instanceof UnknownConversationException
                || failure instanceof ScheduleRefusedException) {
            return ExitCode.USAGE;
        }
        return failure instanceof UnreachableException
                        || failure instanceof RuntimeProblem
                        || Outage.words(failure).isPresent()
                ? ExitCode.UNREACHABLE
                : ExitCode.FAILED;
    }

    private static String message(Exception failure) {
        if (failure instanceof CommandProblem
                || failure instanceof UnreachableException
                || failure instanceof RuntimeProblem) {
            return String.valueOf(failure.getMessage());
        }
        return Outage.words(failure).orElseGet(() -> own(failure));
    }

    private static String own(Exception failure) {
        return isUnexpected(failure)
                ? failure.getClass().getSimpleName() + ": " + failure.getMessage()
                : String.valueOf(failure.getMessage());
    }

    private static boolean isUnexpected(Exception failure) {
        return exitCode(failure) == ExitCode.FAILED
                && !(failure instanceof CommandProblem)
                && !(failure instanceof Undoing.NotUndoneException)
                && !(failure instanceof Applying.NotAppliedException)
                && !(failure instanceof CompactionClient.DifferentRequestException)
                && !(failure instanceof ElsewhereException)
                && !(failure instanceof BackfillClient.DifferentBackfillException);
    }

    private static boolean isVerbose(ParseResult parsed) {
        for (ParseResult at = parsed; at != null; at = at.hasSubcommand() ? at.subcommand() : null) {
            if (at.hasMatchedOption("--verbose")) {
                return true;
            }
        }
        return false;
    }
}
