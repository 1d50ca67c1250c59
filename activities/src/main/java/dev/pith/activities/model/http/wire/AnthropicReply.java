package dev.pith.activities.model.http.wire;

import com.fasterxml.jackson.databind.JsonNode;

/** Parses an Anthropic message. */
final class AnthropicReply implements Wire.WholeReader {

    @Override
    public void read(String body, ReplyDraft draft) {
        JsonNode root = WireJson.read(body);
        ErrorBody.inside(root).ifPresent(error -> {
            throw new RefusedAnswer(error);
        });
        if (!root.path("content").isArray()) {
            throw new BrokenAnswer("answered JSON without content");
        }
        root.path("content").forEach(block -> block(block, draft));
        draft.finish(WireJson.text(root, "stop_reason"));
        draft.usage(ToldUsage.anthropic(root.path("usage")));
        draft.whole();
    }

    /** Adds a content block, or the first part of one. */
    static void block(JsonNode block, ReplyDraft draft) {
        switch (WireJson.text(block, "type")) {
            case "text" -> draft.text(WireJson.text(block, "text"));
            case "thinking" -> {
                draft.hiddenReasoning();
                draft.reasoning(WireJson.text(block, "thinking"));
            }
            case "redacted_thinking" -> draft.hiddenReasoning();
            default -> {
                // Tool calls: the stop reason reports them.
            }
        }
    }
}
