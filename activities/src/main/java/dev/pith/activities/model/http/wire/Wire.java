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

/** A wire format: what is sent where, and who reads what comes back. */
public interface Wire {

    /** The format that a provider speaks. */
    static Wire of(Provider provider) {
        return switch (provider) {
            case OPENAI -> new OpenAiWire();
            case ANTHROPIC -> new AnthropicWire();
        };
    }

    /** Where a base URL takes generating calls. */
    HttpUrl address(HttpUrl base);

    /** Adds the key, where there is one, and what else the format wants in headers. */
    void sign(Request.Builder request, ApiKey key);

    ObjectNode body(ModelProfile profile, ModelRequest request, Dialect dialect);

    /** Parameters of a body that not every endpoint takes. */
    Set<String> optional();

    /** How an endpoint at this host is told the output limit where nothing was learnt of it. */
    OutputLimit limitAt(String host);

    WholeReader wholeReader();

    StreamReader streamReader();

    /** Reads an answer that came as one JSON text. */
    @FunctionalInterface
    interface WholeReader {
        void read(String body, ReplyDraft draft);
    }

    /** Reads an answer that comes as a stream of events. */
    @FunctionalInterface
    interface StreamReader {
        /** Takes an event's data; true says that nothing comes after it. */
        boolean read(String data, ReplyDraft draft);
    }
}
