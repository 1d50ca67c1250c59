package dev.pith.activities.model.http;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.pith.activities.model.Dialect;
import dev.pith.activities.model.Dialects;
import dev.pith.activities.model.Keys;
import dev.pith.activities.model.ModelCall;
import dev.pith.activities.model.ModelClient;
import dev.pith.activities.model.ModelProfile;
import dev.pith.activities.model.ModelRequest;
import dev.pith.activities.model.http.failure.FailureWords;
import dev.pith.activities.model.http.network.NetworkSettingsException;
import dev.pith.activities.model.http.wire.ApiKey;
import dev.pith.activities.model.http.wire.BaseUrl;
import dev.pith.activities.model.http.wire.Wire;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import okhttp3.ConnectionPool;
import okhttp3.HttpUrl;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;

/** The endpoint of a profile: prepares calls and their HTTP requests. Thread-safe. */
final class Endpoint implements ModelClient {

    private static final MediaType JSON = MediaType.get("application/json");

    private final Supplier<OkHttpClient> client;
    private final ModelProfile profile;
    private final Keys keys;
    private final Dialects dialects;
    private final Wire wire;
    private final HttpUrl address;

    /**
     * Creates an endpoint.
     *
     * @param client supplies the HTTP client for each request; may throw {@link NetworkSettingsException}
     */
    Endpoint(Supplier<OkHttpClient> client, ModelProfile profile, Keys keys, Dialects dialects) {
        this.client = client;
        this.profile = profile;
        this.keys = keys;
        this.dialects = dialects;
        this.wire = Wire.of(profile.provider());
        this.address = wire.address(BaseUrl.of(profile));
    }

    @Override
    public ModelCall newCall(ModelRequest request) {
        Integer most = profile.maxOutput();
        return new HttpModelCall(
                this,
                most == null || request.maxTokens() <= most
                        ? request
                        : new ModelRequest(request.instructions(), request.material(), most));
    }

    Wire wire() {
        return wire;
    }

    ApiKey key() {
        return ApiKey.of(profile, keys);
    }

    FailureWords failures(ApiKey key) {
        return new FailureWords(BaseUrl.host(address), profile.timeouts(), key);
    }

    Dialect dialect() {
        return dialects.of(profile.endpoint()).orElseGet(() -> Dialect.takingAll(wire.limitAt(address.host())));
    }

    void remember(Dialect dialect) {
        dialects.remember(profile.endpoint(), dialect);
    }

    ObjectNode body(ModelRequest request, Dialect dialect) {
        return wire.body(profile, request, dialect);
    }

    /**
     * Creates a request that may use a pooled connection.
     *
     * @param passed the time that the call has already used of its total timeout
     * @throws NetworkSettingsException if the proxy or the file of certificates is invalid
     */
    Sending sending(ObjectNode body, ApiKey key, FailureWords failures, Duration passed) {
        return sending(client.get(), body, key, failures, passed);
    }

    /** Creates a request that uses a new connection. */
    Sending freshSending(ObjectNode body, ApiKey key, FailureWords failures, Duration passed) {
        OkHttpClient fresh = client.get()
                .newBuilder()
                .connectionPool(new ConnectionPool(0, 1, TimeUnit.SECONDS))
                .build();
        return sending(fresh, body, key, failures, passed);
    }

    private Sending sending(OkHttpClient client, ObjectNode body, ApiKey key, FailureWords failures, Duration passed) {
        Request.Builder request = new Request.Builder()
                .url(address)
                .header("User-Agent", "pith")
                .header("Accept", profile.streaming() ? "text/event-stream, application/json" : "application/json")
                .post(RequestBody.create(body.toString(), JSON));
        wire.sign(request, key);
        Duration left = profile.timeouts().total().minus(passed);
        Duration atLeast = Duration.ofMillis(1);
        return new Sending(
                client, request.build(), wire, profile, left.compareTo(atLeast) < 0 ? atLeast : left, failures);
    }
}
