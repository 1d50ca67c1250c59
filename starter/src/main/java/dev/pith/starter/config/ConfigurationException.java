package dev.pith.starter.config;

/** An invalid setting. The message names the setting, its source, the rule and the cure. */
public final class ConfigurationException extends RuntimeException {

    private static final long serialVersionUID = 1;

    public ConfigurationException(String message) {
        super(message);
    }
}
