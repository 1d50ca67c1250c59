package dev.pith.activities.model.http.wire;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.pith.activities.model.Dialect;
import dev.pith.activities.model.ModelProfile;
import dev.pith.activities.model.ModelRequest;
import dev.pith.activities.model.OutputLimit;
import java.util.Set;
import okhttp3.HttpUrl;
import okhttp3.Request;

/** The format of OpenAI's chat completions. */
public final class OpenAiWire implements Wire {

    @Override
    public HttpUrl address(HttpUrl base) {
        return BaseUrl.below(base, "chat/completions");
    }

    @Override
    public void sign(Request.Builder request, ApiKey key) {
        if (key.isThere()) {
            request.header("Authorization", "Bearer " + key.value());
        }
    }

    @Override
    public ObjectNode body(ModelProfile profile, ModelRequest request, Dialect dialect) {
        ObjectNode body = WireJson.object().put("model", profile.model());
        if (dialect.limit() != OutputLimit.NONE) {
            body.put(dialect.limit().parameter(), request.maxTokens());
        }
        if (profile.temperature() != null && dialect.temperature()) {
            body.put("temperature", profile.temperature());
        }
        if (profile.reasoningEffort() != null && dialect.reasoningEffort()) {
            body.put("reasoning_effort", profile.reasoningEffort());
        }
        body.put("stream", profile.streaming());
        if (profile.streaming() && dialect.streamOptions()) {
            body.putObject("stream_options").put("include_usage", true);
        }
        var messages = body.putArray("messages");
        if (!request.instructions().isBlank()) {
            messages.addObject().put("role", "system").put("content", request.instructions());
        }
        messages.addObject().put("role", "user").put("content", request.material());
        return body;
    }

    @Override
    public Set<String> optional() {
        return Set.of("max_tokens", "max_completion_tokens", "temperature", "reasoning_effort", "stream_options");
    }

    @Override
    public OutputLimit limitAt(String host) {
        return host.equals("api.openai.com") ? OutputLimit.MAX_COMPLETION_TOKENS : OutputLimit.MAX_TOKENS;
    }

    @Override
    public WholeReader wholeReader() {
        return new OpenAiReply();
    }

    @Override
    public StreamReader streamReader() {
        return new OpenAiStream();
    }
}
