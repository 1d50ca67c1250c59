package dev.pith.activities.model.http.probe;

import com.fasterxml.jackson.databind.JsonNode;
import dev.pith.activities.model.ToldWindow;
import java.util.Optional;

/** A kind of server that tells its window, and where. */
@FunctionalInterface
interface WindowTeller {

    Optional<ToldWindow> ask(ServerQuestions server, String model);

    /** A window of a field, if it holds one. */
    static Optional<ToldWindow> told(JsonNode tokens, String teller) {
        return tokens.canConvertToInt() && tokens.asInt() > 0
                ? Optional.of(new ToldWindow(tokens.asInt(), teller))
                : Optional.empty();
    }
}
