package dev.pith.starter.cli.service;

import dev.pith.starter.logging.JsonLogProvider;
import java.util.Map;

/** Configures a worker's log on standard error, one line per event. Other commands print their own messages. */
final class WorkerLog {

    /** Settings of slf4j's SimpleLogger; see its documentation. */
    private static final Map<String, String> SETTINGS = Map.of(
            "log.dev.pith", "info",
            "showDateTime", "true",
            "dateTimeFormat", "yyyy-MM-dd'T'HH:mm:ss.SSSXXX",
            "showThreadName", "false",
            "showShortLogName", "true");

    private WorkerLog() {}

    /**
     * Enables the log. Must be called before the first class that logs is loaded. Keeps system properties set by the
     * user.
     *
     * @param json whether each event is an object of JSON instead of a line of text
     */
    static void on(boolean json) {
        if (json) {
            JsonLogProvider.use();
        }
        SETTINGS.forEach((name, value) -> {
            String property = "org.slf4j.simpleLogger." + name;
            if (System.getProperty(property) == null) {
                System.setProperty(property, value);
            }
        });
    }
}
