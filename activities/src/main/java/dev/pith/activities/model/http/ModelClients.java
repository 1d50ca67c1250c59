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

/** Makes the clients of endpoints. They share connections; none of their threads keeps the process. Thread-safe. */
public final class ModelClients implements AutoCloseable {

    private final Keys keys;
    private final Dialects dialects;
    private final HttpTransport transport;
    private final Set<ModelCall> running = ConcurrentHashMap.newKeySet();

    /** Clients that take keys and dialects from there, proxies and certificates from the process's environment. */
    public ModelClients(Keys keys, Dialects dialects) {
        this(keys, dialects, System.getenv());
    }

    /**
     * Clients that take keys and dialects from there.
     *
     * @param environment names proxies ({@link ProxyEnvironment}) and certificates ({@link TrustedCertificates})
     */
    public ModelClients(Keys keys, Dialects dialects, Map<String, String> environment) {
        this.keys = keys;
        this.dialects = dialects;
        this.transport = new HttpTransport(environment);
    }

    /**
     * The client of a profile's endpoint.
     *
     * @throws IllegalArgumentException where its base URL is none
     */
    public ModelClient of(ModelProfile profile) {
        Endpoint endpoint = endpoint(profile);
        return request -> new RunningCall(endpoint.newCall(request), running);
    }

    /** How a profile's endpoint is spoken to: as it has learnt, else as it is tried first. */
    public Dialect dialect(ModelProfile profile) {
        return endpoint(profile).dialect();
    }

    /** What asks servers for the window that they serve. */
    public WindowProbe windowProbe() {
        return new WindowProbe(transport, keys);
    }

    /** What finds out whether servers can be reached. */
    public ReachProbe reachProbe() {
        return new ReachProbe(transport, keys);
    }

    /** Cuts the calls that run and lets go of all connections. */
    @Override
    public void close() {
        running.forEach(ModelCall::cancel);
        transport.close();
    }

    private Endpoint endpoint(ModelProfile profile) {
        return new Endpoint(() -> transport.of(profile), profile, keys, dialects);
    }
}
