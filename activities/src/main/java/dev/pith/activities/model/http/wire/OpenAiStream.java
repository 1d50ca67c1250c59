package dev.pith.activities.model.http.wire;

import com.fasterxml.jackson.databind.JsonNode;

/** Parses the chunks of a chat completion. A finish reason completes it; the usage and {@code [DONE]} follow. */
final class OpenAiStream implements Wire.StreamReader {

    @Override
    public boolean read(String data, ReplyDraft draft) {
        if (data.strip().equals("[DONE]")) {
            draft.whole();
            return true;
        }
        JsonNode chunk = WireJson.read(data);
        draft.usage(ToldUsage.openAi(chunk.path("usage")));
        ErrorBody.inside(chunk).ifPresent(error -> {
            throw new RefusedAnswer(error);
        });
        for (JsonNode choice : chunk.path("choices")) {
            if (choice.path("index").asInt(0) == 0) {
                OpenAiMessage.read(choice, choice.path(choice.has("delta") ? "delta" : "message"), draft);
            }
        }
        return false;
    }
}
