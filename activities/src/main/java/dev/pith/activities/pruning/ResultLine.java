package dev.pith.activities.pruning;

import dev.pith.activities.conversation.Part;
import dev.pith.activities.text.Clip;
import dev.pith.activities.tokens.TokenCounter;
import dev.pith.activities.workstate.ToolInput;
import java.util.Locale;
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
                        + "; whole: pith show " + conversation + " --range " + seq + "]";
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
            return file;
        }
        String script = input.script();
        return script != null ? script : input.texts().stream().findFirst().orElse("");
    }

    private String beginning() {
        return result.text()
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .findFirst()
                .map(line -> ", begins \"" + line(line, BEGINNING) + "\"")
                .orElse("");
    }

    private static String line(String text, int length) {
        return Clip.beginning(Clip.first(text.strip(), 4 * length).replaceAll("\\s+", " "), length);
    }
}
