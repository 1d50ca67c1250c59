package dev.pith.starter.cli;

import dev.pith.starter.cli.command.ExitCode;
import dev.pith.starter.cli.command.Failure;
import dev.pith.starter.config.JdbcUrl;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** Handles the exceptions and usage errors of all commands: prints one line for the user and returns the exit code. */
final class CommandFailures implements IExecutionExceptionHandler, IParameterExceptionHandler {

    /** Limit on the length of a cause chain; a longer one is a cycle. */
    private static final int DEEPEST = 20;

    private static final int FRAMES = 8;

    private static final Pattern CONSTANTS =
            Pattern.compile("expected one of \\[([A-Za-z_, -]{1,300})\\] \\(case-insensitive\\)");

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
            err.println("This is a defect of Pith. Report it with these lines; --verbose prints all of them:");
            ownFrames(thrown).forEach(frame -> err.println("  at " + frame));
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

    /** A rare defect may not happen again under --verbose, so its place is always told. */
    private static Stream<StackTraceElement> ownFrames(Throwable thrown) {
        Throwable cause = Stream.iterate(thrown, Objects::nonNull, Throwable::getCause)
                .limit(DEEPEST)
                .reduce(thrown, (outer, inner) -> inner);
        return Arrays.stream(cause.getStackTrace())
                .filter(frame -> frame.getClassName().startsWith("dev.pith."))
                .limit(FRAMES);
    }

    /** Replaces enum constants in a message by the words that users type. */
    private static String asTyped(String message) {
        return CONSTANTS
                .matcher(message)
                .replaceAll(
                        choices -> "expected " + typed(List.of(choices.group(1).split(", "))));
    }

    /** Returns the choices in lower case; of a constant that picocli lists with its text, only the text. */
    private static String typed(List<String> choices) {
        return choices.stream()
                .filter(choice -> choice.equals(text(choice)) || !choices.contains(text(choice)))
                .map(choice -> choice.toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(", "));
    }

    private static String text(String constant) {
        return constant.toLowerCase(Locale.ROOT).replace('_', '-');
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
