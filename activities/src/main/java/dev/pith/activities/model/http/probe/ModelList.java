package dev.pith.activities.model.http.probe;

import com.fasterxml.jackson.databind.JsonNode;
import dev.pith.activities.model.ToldWindow;
import dev.pith.activities.model.http.wire.WireJson;
import java.util.List;
import java.util.Optional;

/** Servers whose model list contains windows: vLLM, OpenRouter, Mistral, Groq. */
final class ModelList implements WindowTeller {

    private static final List<String> FIELDS =
            List.of("max_model_len", "context_length", "max_context_length", "context_window");

    @Override
    public Optional<ToldWindow> ask(ServerQuestions server, String model) {
        for (JsonNode entry : server.get(server.versioned("models")).path("data")) {
            if (WireJson.text(entry, "id").equals(model)) {
                // OpenRouter's first provider may serve less than the model's own window.
                Optional<ToldWindow> served =
                        WindowTeller.told(entry.path("top_provider").path("context_length"), "/models, top_provider");
                return served.isPresent() ? served : listed(entry);
            }
        }
        return Optional.empty();
    }

    private static Optional<ToldWindow> listed(JsonNode entry) {
        return FIELDS.stream()
                .flatMap(field -> WindowTeller.told(entry.path(field), "/models, " + field).stream())
                .findFirst();
    }
}
