package dev.pith.starter.tracing;

import dev.pith.activities.model.ModelClient;
import dev.pith.activities.model.ModelProfile;
import dev.pith.activities.store.Database;
import dev.pith.starter.config.ConfigurationException;
import dev.pith.starter.config.Setting;
import dev.pith.starter.config.Settings;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.opentelemetry.sdk.autoconfigure.AutoConfiguredOpenTelemetrySdk;
import io.temporal.common.interceptors.WorkerInterceptor;
import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * Sends spans to a collector, by OTLP over HTTP. Spans hold ids, counts and durations, no text. Work never waits for the
 * collector; spans that it does not take are dropped. Thread-safe.
 */
public final class Tracing implements AutoCloseable {

    /** How long a process that ends waits for the last spans to be sent. */
    private static final Duration LONGEST_FLUSH = Duration.ofSeconds(1);

    private final OpenTelemetrySdk sdk;
    private final Tracer tracer;

    private Tracing(OpenTelemetrySdk sdk) {
        this.sdk = sdk;
        this.tracer = sdk.getTracer("dev.pith");
    }

    /**
     * Starts to send. The variables of OpenTelemetry's SDK ({@code OTEL_…}) hold for everything that is not set here.
     *
     * @param endpoint see {@link Settings#tracesEndpoint}
     * @throws ConfigurationException if a variable of the SDK is wrong
     */
    public static Tracing to(String endpoint) {
        TelemetryLog.install();
        try {
            return new Tracing(AutoConfiguredOpenTelemetrySdk.builder()
                    .addPropertiesSupplier(() -> Map.of("otel.service.name", "pith"))
                    .addPropertiesCustomizer(given -> fixed(endpoint))
                    .addTracerProviderCustomizer((provider, given) -> provider.setIdGenerator(new TraceIds()))
                    .disableShutdownHook()
                    .build()
                    .getOpenTelemetrySdk());
        } catch (io.opentelemetry.sdk.autoconfigure.spi.ConfigurationException e) {
            throw new ConfigurationException(
                    Setting.TRACES_ENDPOINT.key() + " is set, but a variable of OpenTelemetry is wrong: "
                            + e.getMessage() + ". Mend it, or unset it");
        }
    }

    /** Returns what gives each activity of a worker its span. */
    public WorkerInterceptor activities(Database database) {
        return new ActivitySpans(tracer, database);
    }

    /** Returns a client whose calls have spans. */
    public ModelClient calls(ModelProfile profile, ModelClient client) {
        return new TracedModelClient(client, profile, tracer);
    }

    /** Returns what gives each HTTP request its span. */
    public RequestSpans requests() {
        return new RequestSpans(tracer);
    }

    /** Sends what is left, for a second at most. */
    @Override
    public void close() {
        sdk.getSdkTracerProvider().shutdown().join(LONGEST_FLUSH.toMillis(), TimeUnit.MILLISECONDS);
    }

    private static Map<String, String> fixed(String endpoint) {
        Map<String, String> fixed = new HashMap<>(Map.of(
                "otel.traces.exporter", "otlp",
                "otel.metrics.exporter", "none",
                "otel.logs.exporter", "none",
                "otel.exporter.otlp.protocol", "http/protobuf",
                "otel.exporter.otlp.traces.protocol", "http/protobuf"));
        if (!endpoint.equals(Settings.OTEL)) {
            String path = URI.create(endpoint).getPath();
            boolean isBase = path.isEmpty() || path.equals("/");
            fixed.put(
                    "otel.exporter.otlp.traces.endpoint",
                    isBase ? endpoint.replaceFirst("/$", "") + "/v1/traces" : endpoint);
        }
        return fixed;
    }
}
