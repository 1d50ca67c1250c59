package dev.pith.activities.model.http.probe;

import dev.pith.activities.model.ToldWindow;
import java.util.Optional;

/** llama-swap passes questions on to the server of a model, and starts it for that. What it tells is that server's. */
final class LlamaSwap implements WindowTeller {

    @Override
    public Optional<ToldWindow> ask(ServerQuestions server, String model) {
        return LlamaServer.slot(
                server.get(server.own("upstream/" + model + "/props")), "llama-swap /upstream/" + model + "/props");
    }
}
