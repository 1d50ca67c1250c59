package dev.pith.activities.workstate;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Reads the answers of a person out of a tool result that quotes them behind the questions, as Claude Code's
 * AskUserQuestion and opencode's question write it: {@code User has answered your questions: "…"="…", "…"="…".}
 */
public final class QuotedAnswers {

    private static final Pattern BEGINNING =
            Pattern.compile("\\A(?:User has answered your questions|Your questions have been answered): *\"");

    private static final String ANSWER = "\"=\"";

    /** The texts that may follow an answer. */
    private static final List<String> BEHIND =
            List.of("\", \"", "\". You can now", "\" user notes:", "\" selected preview:");

    private QuotedAnswers() {}

    /**
     * Returns each answer once, in a single pass: an answer may contain quotes, and other text may contain many answer
     * marks.
     */
    public static List<String> of(String result) {
        List<String> answers = new ArrayList<>();
        if (!BEGINNING.matcher(result).find()) {
            return answers;
        }
        int last = lastQuote(result);
        int mark = result.indexOf(ANSWER);
        while (mark >= 0) {
            int from = mark + ANSWER.length();
            int to = from;
            while (to < last && !ends(result, to)) {
                to++;
            }
            if (to > last || to == result.length()) {
                return answers;
            }
            answers.add(result.substring(from, to));
            mark = result.indexOf(ANSWER, to + 1);
        }
        return answers;
    }

    private static boolean ends(String text, int at) {
        return text.charAt(at) == '"' && BEHIND.stream().anyMatch(end -> text.startsWith(end, at));
    }

    /**
     * Returns the position of the last quote, followed only by a full stop and white space; the text's length if there
     * is none.
     */
    private static int lastQuote(String text) {
        int end = text.length();
        while (end > 0 && (text.charAt(end - 1) == '.' || Character.isWhitespace(text.charAt(end - 1)))) {
            end--;
        }
        return end > 0 && text.charAt(end - 1) == '"' ? end - 1 : text.length();
    }
}
