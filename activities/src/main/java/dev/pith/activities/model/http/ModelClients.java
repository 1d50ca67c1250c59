package dev.pith.activities.model.http;

import dev.pith.activities.model.Dialect;
import dev.pith.activities.model.Dialects;
import dev.pith.activities.model.Keys;
import dev.pith.activities.model.ModelCall;
import dev.pith.activities.model.ModelClient;
import dev.pith.activities.model.ModelProfile;
import dev.pith.activities.model.http.network.HttpTransport;
import dev.pith.activities.model.http.network.ProxyEnvironment;
import dev.pith.activities.model.http.network.TrustedCertificates;
import dev.pith.activities.model.http.probe.ReachProbe;
import dev.pith.activities.model.http.probe.WindowProbe;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Creates the clients of endpoints. They share connections; none of their threads keeps the process alive. Thread-safe.
 */
public final class ModelClients implements AutoCloseable {

    private final Keys keys;
    private final Dialects dialects;
    private final HttpTransport transport;
    private final Set<ModelCall> running = ConcurrentHashMap.newKeySet();

    /** Creates clients that read proxies and certificates from the environment of the process. */
    public ModelClients(Keys keys, Dialects dialects) {
        this(keys, dialects, System.getenv());
    }

    /**
     * Creates clients.
     *
     * @param environment the variables that name proxies ({@link ProxyEnvironment}) and certificates
     *     ({@link TrustedCertificates})
     */
    public ModelClients(Keys keys, Dialects dialects, Map<String, String> environment) {
        this.keys = keys;
        this.dialects = dialects;
        this.transport = new HttpTransport(environment);
    }

    /**
     * Returns a client for a profile's endpoint.
     *
     * @throws IllegalArgumentException if its base URL is invalid
     */
    public ModelClient of(ModelProfile profile) {
        Endpoint endpoint = endpoint(profile);
        return request -> new RunningCall(endpoint.newCall(request), running);
    }

    /** Returns the dialect used for a profile's endpoint: the learned one, otherwise the default. */
    public Dialect dialect(ModelProfile profile) {
        return endpoint(profile).dialect();
    }

    /** Returns a probe that queries servers for their context windows. */
    public WindowProbe windowProbe() {
        return new WindowProbe(transport, keys);
    }

    /** Returns a probe that checks whether servers can be reached. */
    public ReachProbe reachProbe() {
        return new ReachProbe(transport, keys);
    }

    /** Cancels running calls and closes all idle connections. */
    @Override
    public void close() {
        running.forEach(ModelCall::cancel);
        transport.close();
    }

    private Endpoint endpoint(ModelProfile profile) {
        return new Endpoint(() -> transport.of(profile), profile, keys, dialects);
    }
}
