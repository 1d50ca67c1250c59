package dev.pith.starter.cli.service;

import java.util.Map;

/** What a worker tells of its work on standard error, a line each. Every other command says itself what its user must know. */
final class WorkerLog {

    /** See the documentation of slf4j's SimpleLogger. */
    private static final Map<String, String> SETTINGS = Map.of(
            "log.dev.pith", "info",
            "showDateTime", "true",
            "dateTimeFormat", "yyyy-MM-dd'T'HH:mm:ss.SSSXXX",
            "showThreadName", "false",
            "showShortLogName", "true");

    private WorkerLog() {}

    /** From now on; before the first class that logs is loaded. What the user set for the JVM stays. */
    static void on() {
        SETTINGS.forEach((name, value) -> {
            String property = "org.slf4j.simpleLogger." + name;
            if (System.getProperty(property) == null) {
                System.setProperty(property, value);
            }
        });
    }
}
