package dev.pith.activities.model.http.probe;

import com.fasterxml.jackson.databind.JsonNode;
import dev.pith.activities.model.ToldWindow;
import java.util.Optional;
import okhttp3.HttpUrl;

/**
 * llama.cpp's server: {@code /props} reports the window of one slot and the number of slots. A router is asked for the
 * model without loading it.
 */
final class LlamaServer implements WindowTeller {

    @Override
    public Optional<ToldWindow> ask(ServerQuestions server, String model) {
        HttpUrl url = server.own("props")
                .newBuilder()
                .addQueryParameter("model", model)
                .addQueryParameter("autoload", "false")
                .build();
        return slot(server.get(url), "llama.cpp /props");
    }

    static Optional<ToldWindow> slot(JsonNode props, String teller) {
        int slots = props.path("total_slots").asInt(0);
        return WindowTeller.told(props.path("default_generation_settings").path("n_ctx"), teller)
                .map(told -> slots > 0 ? new ToldWindow(told.tokens(), told.teller(), slots) : told);
    }
}
