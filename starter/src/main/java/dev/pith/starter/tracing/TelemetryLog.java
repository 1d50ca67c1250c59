package dev.pith.starter.tracing;

import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import org.slf4j.LoggerFactory;

/**
 * Passes on the warnings of OpenTelemetry's SDK as one line each, without the stack that it adds to every request that
 * failed. The SDK itself repeats a warning at most once a minute after the first few.
 */
final class TelemetryLog extends Handler {

    /** Held here, since the JDK forgets loggers that nobody holds. */
    private static final Logger SDK = Logger.getLogger("io.opentelemetry");

    private static final org.slf4j.Logger LOG = LoggerFactory.getLogger(Tracing.class);

    static {
        SDK.setUseParentHandlers(false);
        SDK.addHandler(new TelemetryLog());
    }

    private final SimpleFormatter formatter = new SimpleFormatter();

    private TelemetryLog() {}

    /** Takes over what the SDK logs. */
    static void install() {
        // Loading the class does it, once in a process.
    }

    @Override
    public void publish(LogRecord event) {
        if (event.getLevel().intValue() >= Level.WARNING.intValue()) {
            Throwable thrown = event.getThrown();
            String why = thrown == null ? "" : " (" + thrown.getClass().getSimpleName() + ")";
            LOG.warn("traces: {}{}", formatter.formatMessage(event), why);
        }
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}
}
