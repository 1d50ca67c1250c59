package dev.pith.starter.importing.codex;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.pith.starter.importing.reading.JsonFields;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Questions that the model asked through a Codex tool; their results contain a person's words. */
final class CodexQuestions {

    private static final String TOOL = "request_user_input";

    private final Set<String> asked = new HashSet<>();

    /** Records the next tool call. */
    void call(String name, String callId) {
        if (name.equals(TOOL)) {
            asked.add(callId);
        }
    }

    /** Returns a person's words in a result, one line per answer; empty if it answers no question. */
    String answers(String callId, JsonNode output) {
        if (!asked.remove(callId)) {
            return "";
        }
        try {
            List<String> answers = new ArrayList<>();
            for (JsonNode question :
                    JsonFields.MAPPER.readTree(JsonFields.plain(output)).path("answers")) {
                question.path("answers").forEach(answer -> answers.add(answer.asText()));
            }
            return String.join("\n", answers).strip();
        } catch (JsonProcessingException e) {
            return "";
        }
    }
}
