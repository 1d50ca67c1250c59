package dev.pith.activities.model.http.probe;

import dev.pith.activities.model.Keys;
import dev.pith.activities.model.ModelFailure;
import dev.pith.activities.model.ModelProfile;
import dev.pith.activities.model.ToldWindow;
import dev.pith.activities.model.http.network.HttpTransport;
import dev.pith.activities.model.http.wire.ApiKey;
import dev.pith.activities.model.http.wire.BaseUrl;
import dev.pith.activities.model.http.wire.Wire;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;

/**
 * Queries a server for the context window that it serves, which may be far below the model's trained window. Blocks for
 * a few seconds at most and never fails. Thread-safe.
 */
public final class WindowProbe {

    /** Hosts that do not report windows and are not queried. */
    private static final Set<String> SILENT = Set.of("api.openai.com", "api.anthropic.com");

    /** The model list first: it is cheap, while a query to llama-swap may load the model. */
    private static final List<WindowTeller> TELLERS =
            List.of(new ModelList(), new LmStudio(), new Ollama(), new LlamaServer(), new LlamaSwap());

    private final HttpTransport transport;
    private final Keys keys;

    public WindowProbe(HttpTransport transport, Keys keys) {
        this.transport = transport;
        this.keys = keys;
    }

    /** Returns the window and its source; empty if the server does not report it. */
    public Optional<ToldWindow> ask(ModelProfile profile) {
        HttpUrl base;
        OkHttpClient client;
        try {
            base = BaseUrl.of(profile);
            client = transport.of(profile);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
        if (SILENT.contains(base.host())) {
            return Optional.empty();
        }
        ServerQuestions server = new ServerQuestions(
                client, base, request -> Wire.of(profile.provider()).sign(request, key(profile)));
        return TELLERS.stream()
                .flatMap(teller -> teller.ask(server, profile.model()).stream())
                .findFirst();
    }

    private ApiKey key(ModelProfile profile) {
        try {
            return ApiKey.of(profile, keys);
        } catch (ModelFailure e) {
            return ApiKey.NONE;
        }
    }
}
