package dev.pith.activities.model.http.probe;

import com.fasterxml.jackson.databind.JsonNode;
import dev.pith.activities.model.ToldWindow;
import dev.pith.activities.model.http.wire.WireJson;
import java.util.Optional;

/** LM Studio: reports the window of a loaded model only. */
final class LmStudio implements WindowTeller {

    @Override
    public Optional<ToldWindow> ask(ServerQuestions server, String model) {
        for (JsonNode entry : server.get(server.own("api/v0/models")).path("data")) {
            if (WireJson.text(entry, "id").equals(model)) {
                return WindowTeller.told(entry.path("loaded_context_length"), "LM Studio /api/v0/models");
            }
        }
        return Optional.empty();
    }
}
