package dev.pith.activities.model.http.wire;

import com.fasterxml.jackson.databind.JsonNode;

/** Parses a choice's message, or a chunk of one, with the fields in which servers put text and reasoning. */
final class OpenAiMessage {

    private OpenAiMessage() {}

    static void read(JsonNode choice, JsonNode message, ReplyDraft draft) {
        content(message.path("content"), draft);
        String reasoning = WireJson.text(message, "reasoning_content");
        draft.reasoning(reasoning.isEmpty() ? WireJson.text(message, "reasoning") : reasoning);
        if (WireJson.says(choice, "error")) {
            throw new RefusedAnswer(ErrorBody.read(choice.path("error"), 0));
        }
        if (WireJson.says(message, "refusal")) {
            draft.refused();
        }
        String finish = WireJson.text(choice, "finish_reason");
        if (!finish.isEmpty()) {
            draft.finish(finish);
            draft.whole();
        }
    }

    private static void content(JsonNode content, ReplyDraft draft) {
        if (content.isTextual()) {
            draft.text(content.textValue());
        }
        for (JsonNode part : content) {
            String type = WireJson.text(part, "type");
            if (type.equals("refusal")) {
                draft.refused();
            } else if (type.equals("thinking") || type.equals("reasoning")) {
                draft.hiddenReasoning();
                draft.reasoning(WireJson.text(part, type));
            } else {
                draft.text(part.isTextual() ? part.textValue() : WireJson.text(part, "text"));
            }
        }
    }
}
