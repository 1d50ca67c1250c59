package dev.pith.activities.model.http;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import dev.pith.activities.model.Dialects;
import dev.pith.activities.model.ModelCall;
import dev.pith.activities.model.ModelFailure;
import dev.pith.activities.model.ModelProfile;
import dev.pith.activities.model.ModelReply;
import dev.pith.activities.model.ModelRequest;
import dev.pith.activities.model.Provider;
import dev.pith.activities.model.Timeouts;
import dev.pith.activities.model.http.wire.WireJson;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** A server that answers as it is told, and clients for it. */
public abstract class Fixture {

    public static final String KEY = "sk-test-4711-0815-secret";
    public static final ModelRequest REQUEST = new ModelRequest("Summarize.", "the material", 300);
    public static final Timeouts PATIENT =
            new Timeouts(Duration.ofSeconds(5), Duration.ofSeconds(5), Duration.ofSeconds(5), Duration.ofSeconds(10));

    public final MockWebServer server = new MockWebServer();
    public final Dialects dialects = Dialects.inMemory();
    public final ModelClients clients =
            new ModelClients(variable -> variable.equals("TEST_KEY") ? Optional.of(KEY) : Optional.empty(), dialects);

    @BeforeEach
    final void start() throws IOException {
        server.start();
    }

    @AfterEach
    final void close() {
        clients.close();
        server.close();
    }

    String url() {
        return "http://localhost:" + server.getPort() + "/v1";
    }

    ModelProfile profile(Provider provider, boolean streaming) {
        return profile(provider, url(), "TEST_KEY", streaming, PATIENT);
    }

    static ModelProfile profile(
            Provider provider, String url, @Nullable String keyVariable, boolean streaming, Timeouts timeouts) {
        return new ModelProfile(
                "small",
                provider,
                url,
                "m-1",
                keyVariable,
                null,
                null,
                4,
                null,
                null,
                timeouts,
                null,
                null,
                streaming,
                null);
    }

    ModelCall call(Shape shape) {
        return clients.of(profile(shape.provider(), shape.streaming())).newCall(REQUEST);
    }

    ModelReply reply(Shape shape, MockResponse response) {
        server.enqueue(response);
        return call(shape).execute();
    }

    ModelReply reply(Shape shape, String body) {
        return reply(shape, shape.body(body));
    }

    ModelFailure failure(Shape shape, MockResponse response) {
        server.enqueue(response);
        return failureOf(call(shape));
    }

    ModelFailure failure(Shape shape, String body) {
        return failure(shape, shape.body(body));
    }

    static ModelFailure failureOf(ModelCall call) {
        return catchThrowableOfType(ModelFailure.class, call::execute);
    }

    static MockResponse refusal(int status, String body) {
        return new MockResponse.Builder().code(status).body(body).build();
    }

    RecordedRequest sent() {
        try {
            return server.takeRequest();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    JsonNode sentBody() {
        return WireJson.read(String.valueOf(sent().getBody().utf8()));
    }
}
