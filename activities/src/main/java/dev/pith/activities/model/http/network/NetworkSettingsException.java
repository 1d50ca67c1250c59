package dev.pith.activities.model.http.network;

/**
 * A network setting of this machine is invalid: a proxy variable, or a file of certificates. The message names the
 * setting, its rule and the cure, and contains no secret.
 */
public final class NetworkSettingsException extends IllegalArgumentException {

    private static final long serialVersionUID = 1;

    NetworkSettingsException(String message) {
        super(message);
    }

    NetworkSettingsException(String message, Throwable cause) {
        super(message, cause);
    }
}
