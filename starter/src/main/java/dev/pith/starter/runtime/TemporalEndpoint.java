package dev.pith.starter.runtime;

import java.util.Objects;

/** The address of the home's Temporal dev server: its gRPC target and the URL of its web UI. */
public record TemporalEndpoint(String target, String uiUrl, String version) {

    public static final String NAMESPACE = "default";

    public TemporalEndpoint {
        Objects.requireNonNull(target, "target");
        Objects.requireNonNull(uiUrl, "uiUrl");
        Objects.requireNonNull(version, "version");
    }

    static TemporalEndpoint of(ServerRecord server) {
        return new TemporalEndpoint(
                Ports.LOOPBACK + ":" + server.port(),
                "http://" + Ports.LOOPBACK + ":" + server.uiPort(),
                server.version());
    }
}
