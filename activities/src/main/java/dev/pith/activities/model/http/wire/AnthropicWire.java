package dev.pith.activities.model.http.wire;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.pith.activities.model.Dialect;
import dev.pith.activities.model.ModelProfile;
import dev.pith.activities.model.ModelRequest;
import dev.pith.activities.model.OutputLimit;
import java.util.Set;
import okhttp3.HttpUrl;
import okhttp3.Request;

/** The format of Anthropic's Messages API. */
public final class AnthropicWire implements Wire {

    /** The only version since 2023. */
    private static final String VERSION = "2023-06-01";

    @Override
    public HttpUrl address(HttpUrl base) {
        return BaseUrl.below(base, BaseUrl.endsInVersion(base) ? "messages" : "v1/messages");
    }

    @Override
    public void sign(Request.Builder request, ApiKey key) {
        request.header("anthropic-version", VERSION);
        if (key.isThere()) {
            request.header("x-api-key", key.value());
        }
    }

    @Override
    public ObjectNode body(ModelProfile profile, ModelRequest request, Dialect dialect) {
        ObjectNode body = WireJson.object().put("model", profile.model()).put("max_tokens", request.maxTokens());
        if (profile.temperature() != null && dialect.temperature()) {
            body.put("temperature", profile.temperature());
        }
        if (profile.reasoningEffort() != null && dialect.reasoningEffort()) {
            body.putObject("output_config").put("effort", profile.reasoningEffort());
        }
        body.put("stream", profile.streaming());
        if (!request.instructions().isBlank()) {
            body.putArray("system")
                    .addObject()
                    .put("type", "text")
                    .put("text", request.instructions())
                    .putObject("cache_control")
                    .put("type", "ephemeral");
        }
        body.putArray("messages").addObject().put("role", "user").put("content", request.material());
        return body;
    }

    /** Excludes the output limit, which Anthropic requires. */
    @Override
    public Set<String> optional() {
        return Set.of("temperature", "output_config");
    }

    @Override
    public OutputLimit limitAt(String host) {
        return OutputLimit.MAX_TOKENS;
    }

    @Override
    public WholeReader wholeReader() {
        return new AnthropicReply();
    }

    @Override
    public StreamReader streamReader() {
        return new AnthropicStream();
    }
}
