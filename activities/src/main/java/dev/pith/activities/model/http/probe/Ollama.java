package dev.pith.activities.model.http.probe;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.IntNode;
import dev.pith.activities.model.ToldWindow;
import dev.pith.activities.model.http.wire.WireJson;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Ollama: serves the window allocated when the model was loaded. For a model that is not loaded, only {@code num_ctx}
 * in its parameters is reliable; the window of its training is not, except for remote models.
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

    /** Returns the trained window, whose field name begins with the model family; 0 if it is missing. */
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
