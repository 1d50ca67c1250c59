package dev.pith.activities.model.http.wire;

import com.fasterxml.jackson.databind.JsonNode;

/** Parses the events of an Anthropic message. Only {@code message_stop} completes it. */
final class AnthropicStream implements Wire.StreamReader {

    @Override
    public boolean read(String data, ReplyDraft draft) {
        if (data.strip().equals("[DONE]")) {
            return true;
        }
        JsonNode event = WireJson.read(data);
        ErrorBody.inside(event).ifPresent(error -> {
            throw new RefusedAnswer(error);
        });
        switch (WireJson.text(event, "type")) {
            case "message_start" ->
                draft.usage(ToldUsage.anthropic(event.path("message").path("usage")));
            case "content_block_start" -> AnthropicReply.block(event.path("content_block"), draft);
            case "content_block_delta" -> {
                draft.text(WireJson.text(event.path("delta"), "text"));
                draft.reasoning(WireJson.text(event.path("delta"), "thinking"));
            }
            case "message_delta" -> {
                String reason = WireJson.text(event.path("delta"), "stop_reason");
                if (!reason.isEmpty()) {
                    draft.finish(reason);
                }
                draft.usage(ToldUsage.anthropic(event.path("usage")));
            }
            case "message_stop" -> {
                draft.whole();
                return true;
            }
            default -> {
                // Pings, and event types added later.
            }
        }
        return false;
    }
}
