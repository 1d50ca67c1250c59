package dev.pith.starter.importing.reading;

import dev.pith.activities.conversation.Part;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Extracts a person's words from a tool result: the reason for a refusal, or the answer to a question. */
final class AnswerInResult {

    private static final Pattern REFUSED = Pattern.compile(
            "\\AThe user doesn't want to [^\\n]*?(?:the user said|the following reason for the rejection): *\\n?");

    /** The note that Claude Code appends to a reason, for the model. */
    private static final String TO_THE_MODEL = "\n\nNote: The user's next message may contain a correction";

    private static final Pattern ANSWERED =
            Pattern.compile("\\A(?:User has answered your questions|Your questions have been answered): *\"");

    private static final String ANSWER = "\"=\"";

    /** The texts that may follow an answer. */
    private static final List<String> BEHIND =
            List.of("\", \"", "\". You can now", "\" user notes:", "\" selected preview:");

    private AnswerInResult() {}

    /** Returns the result, followed by the person's words if it contains any. */
    static List<Part> split(Part.ToolResult result) {
        Matcher refused = REFUSED.matcher(result.text());
        if (refused.find()) {
            return refusal(result, refused.end());
        }
        if (ANSWERED.matcher(result.text()).find()) {
            String answers = String.join("\n", answers(result.text()));
            return answers.isBlank() ? List.of(result) : List.of(result, new Part.Text(answers));
        }
        return List.of(result);
    }

    /**
     * Returns each answer once, in a single pass: an answer may contain quotes, and other text may contain many answer
     * marks.
     */
    private static List<String> answers(String text) {
        List<String> answers = new ArrayList<>();
        int last = lastQuote(text);
        int mark = text.indexOf(ANSWER);
        while (mark >= 0) {
            int from = mark + ANSWER.length();
            int to = from;
            while (to < last && !ends(text, to)) {
                to++;
            }
            if (to > last || to == text.length()) {
                return answers;
            }
            answers.add(text.substring(from, to));
            mark = text.indexOf(ANSWER, to + 1);
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

    private static List<Part> refusal(Part.ToolResult result, int from) {
        String said = result.text();
        int note = said.indexOf(TO_THE_MODEL, from);
        int to = note < 0 ? said.length() : note;
        if (said.substring(from, to).isBlank()) {
            return List.of(result);
        }
        Part wrapping = new Part.ToolResult(result.callId(), said.substring(0, from), result.failed());
        Part words = new Part.Text(said.substring(from, to));
        return note < 0 ? List.of(wrapping, words) : List.of(wrapping, words, new Part.Notice(said.substring(note)));
    }
}
