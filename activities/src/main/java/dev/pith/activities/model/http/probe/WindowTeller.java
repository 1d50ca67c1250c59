package dev.pith.activities.model.http.probe;

import com.fasterxml.jackson.databind.JsonNode;
import dev.pith.activities.model.ToldWindow;
import java.util.Optional;

/** A kind of server that reports its window. */
@FunctionalInterface
interface WindowTeller {

    Optional<ToldWindow> ask(ServerQuestions server, String model);

    /** Returns the window in a field; empty unless the field is a positive integer. */
    static Optional<ToldWindow> told(JsonNode tokens, String teller) {
        return tokens.canConvertToInt() && tokens.asInt() > 0
                ? Optional.of(new ToldWindow(tokens.asInt(), teller))
                : Optional.empty();
    }
}
