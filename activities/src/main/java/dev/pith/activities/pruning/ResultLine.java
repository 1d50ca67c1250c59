package dev.pith.activities.pruning;

import com.fasterxml.jackson.databind.JsonNode;
import dev.pith.activities.conversation.Part;
import dev.pith.activities.text.Clip;
import dev.pith.activities.tokens.TokenCounter;
import dev.pith.activities.workstate.ToolInput;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The line that stands for a result of a tool: the tool and its argument, the size, the first line, and how to read it
 * whole.
 *
 * @param call the call; null if the source has none
 * @param result the result
 * @param again the message with the newest result of the same call; null if this is the newest
 */
record ResultLine(
        Part.@Nullable ToolCall call,
        Part.ToolResult result,
        @Nullable Long again) {

    /** A line must save at least this many tokens, or the result stays as it is. */
    private static final int WORTH = 40;

    private static final int ARGUMENT = 120;
    private static final int BEGINNING = 80;
    private static final int MOST_LINES = 500;

    /** Numbers of lines, as file tools print them. */
    private static final Pattern NUMBER = Pattern.compile("^\\s*\\d{1,7}(?:[→:|\\t]|-(?!\\d))");

    /** Lines that say the same for every call, or only that something was found; a name in angle brackets. */
    private static final Pattern AROUND = Pattern.compile(
            "^(?:Chunk ID: |Wall time: |Process exited |Original token count: |Output:$|Exit code:? \\d+$|Found \\d+ "
                    + "|<[a-z_]+>|\\W*$)");

    private static final Pattern FAILURE = Pattern.compile("(?i)error|fail|exception|cannot|not found|denied");

    /**
     * Returns the line; empty if the result is so short that it stays as it is.
     *
     * @param conversation the conversation and the message, by which the result can be read whole
     */
    String text(String conversation, long seq) {
        TokenCounter counter = TokenCounter.shared();
        int tokens = counter.count(result.text());
        if (tokens < WORTH) {
            return "";
        }
        String line =
                "[" + what() + String.format(Locale.ROOT, ": %s%,d tokens", result.failed() ? "failed, " : "", tokens)
                        + beginning() + (again == null ? "" : "; done again in message " + again)
                        + "; whole: pith show " + conversation + " --range " + seq + " --full]";
        return tokens - counter.count(line) >= WORTH ? line : "";
    }

    private String what() {
        if (call == null) {
            return "result of an earlier tool call";
        }
        String argument = argument(ToolInput.of(call));
        return argument.isEmpty() ? call.name() : call.name() + " " + line(argument, ARGUMENT);
    }

    private static String argument(ToolInput input) {
        String file = input.file();
        if (file != null) {
            JsonNode offset = input.json().path("offset");
            return offset.isNumber() ? file + " from " + offset.asText() : file;
        }
        String script = input.script();
        return script != null ? script : input.texts().stream().findFirst().orElse("");
    }

    /** Quotes the first line that says something; of a failure, the first one that names it. */
    private String beginning() {
        Optional<String> named =
                result.failed() ? lines().filter(FAILURE.asPredicate()).findFirst() : Optional.empty();
        return named.or(() -> lines().findFirst())
                .map(line -> (named.isPresent() ? ", says \"" : ", begins \"") + line(line, BEGINNING) + "\"")
                .orElse("");
    }

    /** Returns the lines without numbers in front; what programs print around every result is left out. */
    private Stream<String> lines() {
        return result.text()
                .lines()
                .limit(MOST_LINES)
                .map(line -> NUMBER.matcher(line).replaceFirst("").strip())
                .filter(line -> !line.isEmpty() && !AROUND.matcher(line).find());
    }

    private static String line(String text, int length) {
        return Clip.beginning(Clip.first(text.strip(), 4 * length).replaceAll("\\s+", " "), length);
    }
}
