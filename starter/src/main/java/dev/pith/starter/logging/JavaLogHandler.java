package dev.pith.starter.logging;

import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogManager;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import org.slf4j.LoggerFactory;

/** Passes on what libraries log by the JDK (gRPC, Lucene), so that it becomes JSON too, at the levels of the others. */
final class JavaLogHandler extends Handler {

    private final SimpleFormatter formatter = new SimpleFormatter();

    /** Replaces the JDK's handler, which writes lines of text to standard error. */
    static void install() {
        LogManager.getLogManager().reset();
        Logger.getLogger("").addHandler(new JavaLogHandler());
    }

    @Override
    public void publish(LogRecord event) {
        String name = event.getLoggerName() == null ? "java" : event.getLoggerName();
        LoggerFactory.getLogger(name)
                .atLevel(level(event.getLevel()))
                .setCause(event.getThrown())
                .log(formatter.formatMessage(event));
    }

    private static org.slf4j.event.Level level(Level level) {
        if (level.intValue() >= Level.SEVERE.intValue()) {
            return org.slf4j.event.Level.ERROR;
        }
        if (level.intValue() >= Level.WARNING.intValue()) {
            return org.slf4j.event.Level.WARN;
        }
        return level.intValue() >= Level.INFO.intValue() ? org.slf4j.event.Level.INFO : org.slf4j.event.Level.DEBUG;
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}
}
