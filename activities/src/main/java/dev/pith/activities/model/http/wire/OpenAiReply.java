package dev.pith.activities.model.http.wire;

import com.fasterxml.jackson.databind.JsonNode;

/** Reads a chat completion. */
final class OpenAiReply implements Wire.WholeReader {

    @Override
    public void read(String body, ReplyDraft draft) {
        JsonNode root = WireJson.read(body);
        // Before the error: what was generated until then is told with it.
        draft.usage(ToldUsage.openAi(root.path("usage")));
        ErrorBody.inside(root).ifPresent(error -> {
            throw new RefusedAnswer(error);
        });
        JsonNode choice = root.path("choices").path(0);
        if (!choice.isObject()) {
            throw new BrokenAnswer("answered JSON without choices");
        }
        OpenAiMessage.read(choice, choice.path("message"), draft);
        // LM Studio tells it where its own format was asked for through a gateway.
        draft.window(root.path("model_info").path("context_length").asInt(0));
        draft.whole();
    }
}
