package dev.pith.starter.logging;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.slf4j.Marker;
import org.slf4j.event.Level;
import org.slf4j.helpers.LegacyAbstractLogger;
import org.slf4j.helpers.MessageFormatter;

/** Writes each event as one line of JSON to standard error. Thread-safe. */
final class JsonLogger extends LegacyAbstractLogger {

    private static final long serialVersionUID = 1;

    private final int least;

    /**
     * Creates a logger.
     *
     * @param least the least level that it writes, as an integer of SLF4J's levels
     */
    JsonLogger(String name, int least) {
        this.name = name;
        this.least = least;
    }

    @Override
    protected void handleNormalizedLoggingCall(
            Level level,
            @Nullable Marker marker,
            @Nullable String pattern,
            Object @Nullable [] arguments,
            @Nullable Throwable thrown) {
        String message = MessageFormatter.basicArrayFormat(pattern, arguments);
        String line = JsonLine.of(
                Instant.now(),
                level.name(),
                name,
                message,
                Thread.currentThread().getName(),
                thrown);
        // One call for the whole line: print streams lock, so lines of several threads do not mix.
        System.err.println(line);
    }

    @Override
    protected @Nullable String getFullyQualifiedCallerName() {
        return null;
    }

    @Override
    public boolean isTraceEnabled() {
        return writes(Level.TRACE);
    }

    @Override
    public boolean isDebugEnabled() {
        return writes(Level.DEBUG);
    }

    @Override
    public boolean isInfoEnabled() {
        return writes(Level.INFO);
    }

    @Override
    public boolean isWarnEnabled() {
        return writes(Level.WARN);
    }

    @Override
    public boolean isErrorEnabled() {
        return writes(Level.ERROR);
    }

    private boolean writes(Level level) {
        return level.toInt() >= least;
    }
}
