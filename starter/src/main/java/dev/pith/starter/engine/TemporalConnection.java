package dev.pith.starter.engine;

import dev.pith.starter.runtime.EmbeddedStack;
import dev.pith.starter.runtime.Home;
import dev.pith.starter.runtime.InProcessTemporal;
import dev.pith.starter.runtime.RuntimeProblem;
import dev.pith.starter.runtime.TemporalEndpoint;
import dev.pith.starter.runtime.TemporalProgram;
import dev.pith.starter.runtime.TransportThread;
import dev.pith.workflows.SearchSupport;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowClientOptions;
import io.temporal.envconfig.ClientConfigProfile;
import io.temporal.serviceclient.WorkflowServiceStubs;
import io.temporal.serviceclient.WorkflowServiceStubsOptions;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The connection to Temporal: the configured server, else the home's own, else the one inside this process.
 *
 * @param search whether the server has Pith's search attributes
 * @param place the identity of the Temporal
 * @param where the server, as text for the user
 * @param ui the address of the web UI; null if there is none or it is unknown
 * @param outage the last outage that this process saw, including its first attempts to connect
 * @param warning a warning for the user; null if there is none
 */
public record TemporalConnection(
        WorkflowClient client,
        SearchSupport search,
        TemporalPlace place,
        String where,
        @Nullable String ui,
        @Nullable String warning,
        boolean inProcess,
        LastOutage outage,
        Runnable closing)
        implements AutoCloseable {

    /** Without a worker a query would wait twenty seconds; progress is then read from the store. */
    private static final Duration QUERY = Duration.ofSeconds(2);

    /** Returns the profile from Temporal's own environment variables and files, if they name an address. */
    public static Optional<ClientConfigProfile> configured() {
        try {
            ClientConfigProfile profile = ClientConfigProfile.load();
            return profile.getAddress() == null || profile.getAddress().isBlank()
                    ? Optional.empty()
                    : Optional.of(profile);
        } catch (IOException | NullPointerException e) {
            // The SDK fails on an empty configuration file.
            throw new RuntimeProblem(
                    "Temporal's configuration cannot be read: " + e.getMessage(),
                    "Mend the file that TEMPORAL_CONFIG_FILE names, or unset it");
        }
    }

    /**
     * Connects to a configured server; fails with a message for the user if it cannot be reached.
     *
     * @param ui the address of its web UI, as the settings have it; null if they have none
     */
    static TemporalConnection to(ClientConfigProfile profile, @Nullable String ui) {
        WorkflowClientOptions options = profile.toWorkflowClientOptions();
        // The SDK uses this default, but sets it only when the client is created.
        String namespace = Objects.requireNonNullElse(options.getNamespace(), TemporalEndpoint.NAMESPACE);
        String where = profile.getAddress() + ", namespace " + namespace;
        return connect(
                profile.toWorkflowServiceStubsOptions(),
                options,
                where,
                ui,
                stubs -> TemporalPlace.of(stubs, namespace, profile.getAddress()));
    }

    /** Connects to the home's server, or to an in-process one. */
    static TemporalConnection to(EmbeddedStack stack, Home home) {
        WorkflowClientOptions options = WorkflowClientOptions.newBuilder()
                .setNamespace(TemporalEndpoint.NAMESPACE)
                .build();
        if (stack.temporal().isEmpty()) {
            InProcessTemporal temporal = InProcessTemporal.start(options);
            TemporalProgram program = stack.temporalProgram();
            String warning = InProcessTemporal.WARNING + " (" + program.whyNot() + ")"
                    + (program.cure().isEmpty() ? "" : ". " + program.cure());
            return new TemporalConnection(
                    temporal.client(),
                    SearchAttributes.register(temporal.client()).support(),
                    TemporalPlace.of(home),
                    "inside this process",
                    null,
                    warning,
                    true,
                    LastOutage.of(temporal.client().getWorkflowServiceStubs().getRawChannel()),
                    temporal::close);
        }
        TemporalEndpoint endpoint = stack.temporal().get();
        TransportThread thread = new TransportThread();
        try {
            return connect(
                            thread.to(endpoint).build(),
                            options,
                            endpoint.target(),
                            endpoint.uiUrl(),
                            stubs -> TemporalPlace.of(home))
                    .thenClosing(thread);
        } catch (UnreachableException e) {
            thread.close();
            throw e;
        }
    }

    /** Returns where the web UI shows the newest run of a workflow; empty if no UI is known. */
    public Optional<String> workflowUi(String workflowId) {
        return Optional.ofNullable(ui)
                .map(base -> base.replaceAll("/+$", "") + "/namespaces/"
                        + escaped(client.getOptions().getNamespace()) + "/workflows/" + escaped(workflowId));
    }

    private static String escaped(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    @Override
    public void close() {
        closing.run();
    }

    private TemporalConnection thenClosing(TransportThread thread) {
        return new TemporalConnection(client, search, place, where, ui, warning, inProcess, outage, () -> {
            closing.run();
            thread.close();
        });
    }

    private static TemporalConnection connect(
            WorkflowServiceStubsOptions given,
            WorkflowClientOptions options,
            String where,
            @Nullable String ui,
            Function<WorkflowServiceStubs, TemporalPlace> places) {
        WorkflowServiceStubsOptions.Builder connected =
                WorkflowServiceStubsOptions.newBuilder(given).setRpcQueryTimeout(QUERY);
        Runnable metrics = TemporalMetrics.addTo(connected, given);
        WorkflowServiceStubs stubs = WorkflowServiceStubs.newServiceStubs(connected.build());
        LastOutage outage = LastOutage.of(stubs.getRawChannel());
        try {
            stubs.connect(Duration.ofSeconds(10));
        } catch (RuntimeException e) {
            stubs.shutdownNow();
            metrics.run();
            throw new UnreachableException(
                    "Temporal at " + where + " cannot be reached: " + RootCause.message(e)
                            + ". Start it, or mend TEMPORAL_ADDRESS or the profile that names it",
                    e);
        }
        Runnable closing = () -> {
            stubs.shutdownNow();
            stubs.awaitTermination(1, TimeUnit.SECONDS);
            metrics.run();
        };
        try {
            TemporalPlace place = places.apply(stubs);
            WorkflowClient client = WorkflowClient.newInstance(stubs, options);
            SearchAttributes search = SearchAttributes.register(client);
            return new TemporalConnection(
                    client, search.support(), place, where, ui, search.warning(), false, outage, closing);
        } catch (RuntimeException e) {
            closing.run();
            throw e;
        }
    }
}
