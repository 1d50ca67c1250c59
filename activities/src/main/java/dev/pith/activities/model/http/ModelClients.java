package dev.pith.activities.model.http;

import dev.pith.activities.model.Dialect;
import dev.pith.activities.model.Dialects;
import dev.pith.activities.model.Keys;
import dev.pith.activities.model.ModelCall;
import dev.pith.activities.model.ModelClient;
import dev.pith.activities.model.ModelProfile;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import okhttp3.ConnectionPool;
import okhttp3.OkHttpClient;
import okhttp3.Response;

/** Makes the clients of endpoints. They share connections; none of their threads keeps the process. Thread-safe. */
public final class ModelClients implements AutoCloseable {

    /** As many as a profile may have calls at a time. */
    private static final int KEPT_CONNECTIONS = 64;

    private final Keys keys;
    private final Dialects dialects;
    private final Set<ModelCall> running = ConcurrentHashMap.newKeySet();

    /** Redirections are not followed: the key would go along to another host. */
    private final OkHttpClient client = new OkHttpClient.Builder()
            .retryOnConnectionFailure(false)
            .followRedirects(false)
            .followSslRedirects(false)
            .connectionPool(new ConnectionPool(KEPT_CONNECTIONS, 1, TimeUnit.MINUTES))
            .addNetworkInterceptor(chain -> notRepeated(chain.proceed(chain.request())))
            .build();

    /** Clients that take keys and dialects from there. */
    public ModelClients(Keys keys, Dialects dialects) {
        this.keys = keys;
        this.dialects = dialects;
    }

    /**
     * The client of a profile's endpoint.
     *
     * @throws IllegalArgumentException where its base URL is none
     */
    public ModelClient of(ModelProfile profile) {
        Endpoint endpoint = new Endpoint(client, profile, keys, dialects);
        return request -> new RunningCall(endpoint.newCall(request), running);
    }

    /** How a profile's endpoint is spoken to: as it has learnt, else as it is tried first. */
    public Dialect dialect(ModelProfile profile) {
        return new Endpoint(client, profile, keys, dialects).dialect();
    }

    /** What asks servers for the window that they serve. */
    public WindowProbe windowProbe() {
        return new WindowProbe(client, keys);
    }

    /** Cuts the calls that run and lets go of all connections. */
    @Override
    public void close() {
        running.forEach(ModelCall::cancel);
        // What asks for windows.
        client.dispatcher().cancelAll();
        client.connectionPool().evictAll();
    }

    /** OkHttp sends again by itself on a 503 that wants no wait; each sending is ours to decide and to count. */
    private static Response notRepeated(Response response) {
        return response.code() == 503 && "0".equals(response.header("Retry-After"))
                ? response.newBuilder().removeHeader("Retry-After").build()
                : response;
    }
}
