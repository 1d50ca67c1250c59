package dev.pith.activities.model.http.network;

import java.io.IOException;

/**
 * A proxy requires credentials that are missing, or refuses them. The message names the proxy and the cure, and
 * contains no secret.
 */
public final class ProxyRefusal extends IOException {

    private static final long serialVersionUID = 1;

    ProxyRefusal(String message) {
        super(message);
    }
}
