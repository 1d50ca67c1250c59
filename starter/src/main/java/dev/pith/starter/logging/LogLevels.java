package dev.pith.starter.logging;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Properties;

/**
 * The least level of each logger, from the same settings that slf4j-simple reads: the system properties {@code
 * org.slf4j.simpleLogger.log.NAME}, then the file {@code simplelogger.properties}. Immutable.
 */
record LogLevels(Properties file) {

    private static final String PREFIX = "org.slf4j.simpleLogger.";
    private static final int OFF = Integer.MAX_VALUE;

    static LogLevels load() {
        Properties file = new Properties();
        try (InputStream in = LogLevels.class.getResourceAsStream("/simplelogger.properties")) {
            if (in != null) {
                file.load(in);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new LogLevels(file);
    }

    /** Returns the least level that a logger writes, as an integer of SLF4J's levels. */
    int of(String logger) {
        for (String name = logger; !name.isEmpty(); name = parent(name)) {
            String level = property("log." + name);
            if (!level.isEmpty()) {
                return number(level);
            }
        }
        return number(property("defaultLogLevel"));
    }

    private static String parent(String name) {
        return name.substring(0, Math.max(0, name.lastIndexOf('.')));
    }

    private String property(String key) {
        return System.getProperty(PREFIX + key, file.getProperty(PREFIX + key, ""));
    }

    private static int number(String level) {
        return switch (level.toLowerCase(Locale.ROOT)) {
            case "trace" -> 0;
            case "debug" -> 10;
            case "warn" -> 30;
            case "error" -> 40;
            case "off" -> OFF;
            default -> 20;
        };
    }
}
