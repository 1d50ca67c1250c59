package dev.pith.starter.importing.reading;

import dev.pith.activities.conversation.Part;
import dev.pith.activities.workstate.QuotedAnswers;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Extracts a person's words from a tool result: the reason for a refusal, or the answer to a question. */
final class AnswerInResult {

    private static final Pattern REFUSED = Pattern.compile(
            "\\AThe user doesn't want to [^\\n]*?(?:the user said|the following reason for the rejection): *\\n?");

    /** The note that Claude Code appends to a reason, for the model. */
    private static final String TO_THE_MODEL = "\n\nNote: The user's next message may contain a correction";

    private AnswerInResult() {}

    /** Returns the result, followed by the person's words if it contains any. */
    static List<Part> split(Part.ToolResult result) {
        Matcher refused = REFUSED.matcher(result.text());
        if (refused.find()) {
            return refusal(result, refused.end());
        }
        String answers = String.join("\n", QuotedAnswers.of(result.text()));
        return answers.isBlank() ? List.of(result) : List.of(result, new Part.Text(answers));
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
