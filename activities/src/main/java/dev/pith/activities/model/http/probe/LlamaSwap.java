package dev.pith.activities.model.http.probe;

import dev.pith.activities.model.ToldWindow;
import java.util.Optional;

/** llama-swap: forwards requests to a model's server, and starts it if needed; the answer is that server's. */
final class LlamaSwap implements WindowTeller {

    @Override
    public Optional<ToldWindow> ask(ServerQuestions server, String model) {
        return LlamaServer.slot(
                server.get(server.own("upstream/" + model + "/props")), "llama-swap /upstream/" + model + "/props");
    }
}
