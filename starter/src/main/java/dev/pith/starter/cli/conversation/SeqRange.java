package dev.pith.starter.cli.conversation;

import dev.pith.starter.cli.command.CommandProblem;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The messages that {@code --range} selects: both numbers inclusive. */
record SeqRange(long from, long to) {

    private static final Pattern RANGE = Pattern.compile("(\\d{1,12})(-(\\d{1,12})?)?");

    /**
     * Returns the range; all messages if none was typed.
     *
     * @param last the last message of the conversation
     */
    static SeqRange of(@Nullable String typed, long last) {
        if (typed == null) {
            return new SeqRange(1, last);
        }
        Matcher range = RANGE.matcher(typed.strip());
        if (!range.matches()) {
            throw CommandProblem.usage("--range is \"" + typed + "\", must be numbers such as 40-60, 40- or 40");
        }
        long from = Long.parseLong(range.group(1));
        long to = range.group(2) == null ? from : range.group(3) == null ? last : Long.parseLong(range.group(3));
        if (from > last || to < from) {
            throw CommandProblem.usage("--range is " + typed + ", but the conversation has the messages 1 to " + last);
        }
        return new SeqRange(from, Math.min(to, last));
    }
}
