package dev.pith.activities.model.http.wire;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.pith.activities.model.Dialect;
import dev.pith.activities.model.ModelProfile;
import dev.pith.activities.model.ModelRequest;
import dev.pith.activities.model.OutputLimit;
import dev.pith.activities.model.Provider;
import java.util.Set;
import okhttp3.HttpUrl;
import okhttp3.Request;

/** A wire format: builds requests and parses responses. Implementations are thread-safe. */
public interface Wire {

    /** Returns the format of a provider. */
    static Wire of(Provider provider) {
        return switch (provider) {
            case OPENAI -> new OpenAiWire();
            case ANTHROPIC -> new AnthropicWire();
        };
    }

    /** Returns the URL for generating calls below a base URL. */
    HttpUrl address(HttpUrl base);

    /** Adds the key, if there is one, and the other headers of the format. */
    void sign(Request.Builder request, ApiKey key);

    ObjectNode body(ModelProfile profile, ModelRequest request, Dialect dialect);

    /** Returns the parameters of a body that some endpoints refuse. */
    Set<String> optional();

    /** Returns the parameter for the output limit at a host whose dialect is unknown. */
    OutputLimit limitAt(String host);

    WholeReader wholeReader();

    StreamReader streamReader();

    /** Parses an answer that is one JSON text. */
    @FunctionalInterface
    interface WholeReader {
        void read(String body, ReplyDraft draft);
    }

    /** Parses an answer that is a stream of events. */
    @FunctionalInterface
    interface StreamReader {
        /** Processes an event's data; returns true if it is the last one. */
        boolean read(String data, ReplyDraft draft);
    }
}
