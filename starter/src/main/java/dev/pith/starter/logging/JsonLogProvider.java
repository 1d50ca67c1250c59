package dev.pith.starter.logging;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.ILoggerFactory;
import org.slf4j.IMarkerFactory;
import org.slf4j.Logger;
import org.slf4j.helpers.BasicMarkerFactory;
import org.slf4j.helpers.NOPMDCAdapter;
import org.slf4j.spi.MDCAdapter;
import org.slf4j.spi.SLF4JServiceProvider;

/**
 * The SLF4J provider of {@link JsonLogger}. SLF4J creates it if the system property {@code slf4j.provider} names it; no
 * service file does, so that slf4j-simple is what is found by default.
 */
public final class JsonLogProvider implements SLF4JServiceProvider {

    private final Map<String, Logger> loggers = new ConcurrentHashMap<>();
    private final LogLevels levels = LogLevels.load();
    private final IMarkerFactory markers = new BasicMarkerFactory();
    private final MDCAdapter context = new NOPMDCAdapter();

    /** Makes SLF4J use this provider. Must be called before the first class that logs is loaded. */
    public static void use() {
        System.setProperty("slf4j.provider", JsonLogProvider.class.getName());
        // SLF4J tells on standard error that a provider is named, in a line that is no JSON.
        System.setProperty("slf4j.internal.verbosity", "WARN");
        JavaLogHandler.install();
    }

    @Override
    public ILoggerFactory getLoggerFactory() {
        return name -> loggers.computeIfAbsent(name, each -> new JsonLogger(each, levels.of(each)));
    }

    @Override
    public IMarkerFactory getMarkerFactory() {
        return markers;
    }

    @Override
    public MDCAdapter getMDCAdapter() {
        return context;
    }

    @Override
    public String getRequestedApiVersion() {
        return "2.0.99";
    }

    @Override
    public void initialize() {}
}
