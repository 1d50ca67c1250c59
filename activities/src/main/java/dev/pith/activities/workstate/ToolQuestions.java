package dev.pith.activities.workstate;

import com.fasterxml.jackson.databind.JsonNode;
import dev.pith.activities.text.Clip;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The questions that agents ask persons with tools, and the answers in their results. A call has {@code questions}, each
 * with a {@code question}. A result quotes the answers, or is JSON with {@code answers} by id or place. Not thread-safe.
 */
public final class ToolQuestions {

    /** Of Claude Code, opencode, Codex and Gemini CLI, in lower case. */
    private static final Set<String> TOOLS = Set.of("askuserquestion", "question", "request_user_input", "ask_user");

    /** The most questions of one call that are read; the tools ask four at a time. */
    private static final int MOST = 8;

    /** The longest question, in characters. */
    private static final int LONGEST = 160;

    /** What opencode writes for a question that the person left out. */
    private static final String UNANSWERED = "Unanswered";

    private final Map<String, String> asked = new HashMap<>();

    /** Reads a call if it asks a person. */
    public void call(String callId, ToolInput input) {
        if (!TOOLS.contains(input.tool())) {
            return;
        }
        List<String> questions = new ArrayList<>();
        for (JsonNode one : input.json().path("questions")) {
            String question = one.path("question").asText("").strip();
            if (!question.isEmpty() && questions.size() < MOST) {
                questions.add(Clip.beginning(question, LONGEST));
            }
        }
        if (!questions.isEmpty()) {
            asked.put(callId, String.join(" ", questions));
        }
    }

    /** Returns the questions of the call with a result, once; empty if it asked no person. */
    public String of(String callId) {
        String questions = asked.remove(callId);
        return questions == null ? "" : questions;
    }

    /** Returns the answers in the result of such a call, one a line; empty if it has none. */
    public static String answers(String result) {
        List<String> answers = new ArrayList<>(QuotedAnswers.of(result));
        for (JsonNode answer : ToolInput.json(result).path("answers")) {
            JsonNode chosen = answer.has("answers") ? answer.get("answers") : answer;
            if (chosen.isTextual()) {
                answers.add(chosen.textValue());
            }
            for (JsonNode one : chosen) {
                answers.add(one.asText(""));
            }
        }
        answers.removeIf(answer -> answer.isBlank() || answer.equals(UNANSWERED));
        return String.join("\n", answers);
    }
}
