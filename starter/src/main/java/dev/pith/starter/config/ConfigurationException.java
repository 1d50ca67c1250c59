package dev.pith.starter.config;

/** A setting that cannot be; the message names the setting, where it came from, the rule and the cure. */
public final class ConfigurationException extends RuntimeException {

    private static final long serialVersionUID = 1;

    public ConfigurationException(String message) {
        super(message);
    }
}
