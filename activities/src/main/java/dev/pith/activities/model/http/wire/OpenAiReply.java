package dev.pith.activities.model.http.wire;

import com.fasterxml.jackson.databind.JsonNode;

/** Parses a chat completion. */
final class OpenAiReply implements Wire.WholeReader {

    @Override
    public void read(String body, ReplyDraft draft) {
        JsonNode root = WireJson.read(body);
        // Read before the error, which is reported with the usage so far.
        draft.usage(ToldUsage.openAi(root.path("usage")));
        ErrorBody.inside(root).ifPresent(error -> {
            throw new RefusedAnswer(error);
        });
        JsonNode choice = root.path("choices").path(0);
        if (!choice.isObject()) {
            throw new BrokenAnswer("answered JSON without choices");
        }
        OpenAiMessage.read(choice, choice.path("message"), draft);
        // LM Studio reports its window if its own format was requested through a gateway.
        draft.window(root.path("model_info").path("context_length").asInt(0));
        draft.whole();
    }
}
