package dev.pith.starter.cli;

import dev.pith.starter.cli.command.ExitCode;
import dev.pith.starter.cli.command.Failure;
import dev.pith.starter.config.JdbcUrl;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Locale;
import java.util.regex.Pattern;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** Handles the exceptions and usage errors of all commands: prints one line for the user and returns the exit code. */
final class CommandFailures implements IExecutionExceptionHandler, IParameterExceptionHandler {

    private static final Pattern CONSTANTS =
            Pattern.compile("expected one of \\[([A-Z_, ]{1,300})\\] \\(case-insensitive\\)");

    @Override
    public int handleExecutionException(Exception thrown, CommandLine command, ParseResult parsed) {
        PrintWriter err = command.getErr();
        Failure failure = Failure.of(thrown);
        err.println("pith: " + JdbcUrl.shown(failure.words()));
        if (isVerbose(parsed)) {
            StringWriter trace = new StringWriter();
            thrown.printStackTrace(new PrintWriter(trace));
            err.print(JdbcUrl.shown(trace.toString()));
        } else if (failure.unexpected()) {
            err.println("This is a defect of Pith. Run it again with --verbose to see where it came from.");
        }
        err.flush();
        return failure.code().code();
    }

    @Override
    public int handleParseException(ParameterException failure, String[] arguments) {
        CommandLine command = failure.getCommandLine();
        PrintWriter err = command.getErr();
        err.println("pith: " + asTyped(String.valueOf(failure.getMessage())));
        if (!UnmatchedArgumentException.printSuggestions(failure, err)) {
            err.println("See " + command.getCommandSpec().qualifiedName() + " --help");
        }
        err.flush();
        return ExitCode.USAGE.code();
    }

    /** Replaces enum constants in a message by the words that users type. */
    private static String asTyped(String message) {
        return CONSTANTS
                .matcher(message)
                .replaceAll(choices -> "expected " + choices.group(1).toLowerCase(Locale.ROOT));
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
