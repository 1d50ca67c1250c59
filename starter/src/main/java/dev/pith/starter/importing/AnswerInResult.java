package dev.pith.starter.importing;

import dev.pith.activities.conversation.Part;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A person's words inside a tool's result: why a use of a tool was refused, what a question was answered with. */
final class AnswerInResult {

    private static final Pattern REFUSED = Pattern.compile(
            "\\AThe user doesn't want to [^\\n]*?(?:the user said|the following reason for the rejection): *\\n?");

    /** What Claude Code tells the model behind a reason. */
    private static final String TO_THE_MODEL = "\n\nNote: The user's next message may contain a correction";

    private static final Pattern ANSWERED =
            Pattern.compile("\\A(?:User has answered your questions|Your questions have been answered): *\"");

    private static final Pattern ANSWER = Pattern.compile(
            "\"=\"(.*?)\"(?=, \"|\\. You can now|[.\\s]*\\z| user notes:| selected preview:)", Pattern.DOTALL);

    private AnswerInResult() {}

    /** The result, and behind it the person's words where it holds some. */
    static List<Part> split(Part.ToolResult result) {
        Matcher refused = REFUSED.matcher(result.text());
        if (refused.find()) {
            return refusal(result, refused.end());
        }
        if (ANSWERED.matcher(result.text()).find()) {
            String answers = ANSWER.matcher(result.text())
                    .results()
                    .map((MatchResult match) -> match.group(1))
                    .collect(Collectors.joining("\n"));
            return answers.isBlank() ? List.of(result) : List.of(result, new Part.Text(answers));
        }
        return List.of(result);
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
