package dev.pith.activities.model.http.probe;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.IntNode;
import dev.pith.activities.model.ToldWindow;
import dev.pith.activities.model.http.wire.WireJson;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Ollama serves what was allocated when the model was loaded. Before that, only a window of the model's own parameters
 * says what it will be; what the model was trained for does not, save for models that run elsewhere.
 */
public final class Ollama implements WindowTeller {

    private static final Pattern NUM_CTX = Pattern.compile("(?m)^[ \\t]*num_ctx[ \\t]+(\\d{1,9})[ \\t]*$");

    @Override
    public Optional<ToldWindow> ask(ServerQuestions server, String model) {
        for (JsonNode loaded : server.get(server.own("api/ps")).path("models")) {
            if (tagged(WireJson.text(loaded, "model")).equals(tagged(model))
                    || tagged(WireJson.text(loaded, "name")).equals(tagged(model))) {
                return WindowTeller.told(loaded.path("context_length"), "Ollama /api/ps");
            }
        }
        return shown(server.post(server.own("api/show"), WireJson.object().put("model", model)));
    }

    private static Optional<ToldWindow> shown(JsonNode shown) {
        int trained = trained(shown.path("model_info"));
        Matcher own = NUM_CTX.matcher(WireJson.text(shown, "parameters"));
        if (own.find()) {
            int asked = Integer.parseInt(own.group(1));
            return WindowTeller.told(
                    IntNode.valueOf(trained > 0 ? Math.min(asked, trained) : asked), "Ollama /api/show, num_ctx");
        }
        return WireJson.says(shown, "remote_model")
                ? WindowTeller.told(IntNode.valueOf(trained), "Ollama /api/show, remote model")
                : Optional.empty();
    }

    /** The family's name is a part of the field's. */
    private static int trained(JsonNode info) {
        for (var field : info.properties()) {
            if (field.getKey().endsWith(".context_length")) {
                return field.getValue().asInt(0);
            }
        }
        return 0;
    }

    private static String tagged(String model) {
        return model.contains(":") ? model : model + ":latest";
    }
}
