package dev.pith.starter.engine;

import dev.pith.activities.memory.files.MemoryFolder;
import dev.pith.activities.search.SearchIndex;
import dev.pith.activities.store.Database;
import dev.pith.starter.config.Setting;
import dev.pith.starter.config.Settings;
import dev.pith.starter.devserver.DevServerPrograms;
import dev.pith.starter.runtime.EmbeddedStack;
import dev.pith.starter.runtime.Home;
import dev.pith.starter.runtime.RuntimeProblem;
import dev.pith.starter.runtime.StackOptions;
import dev.pith.starter.runtime.StartupProgress;
import dev.pith.starter.runtime.TemporalProgram;
import dev.pith.starter.tracing.Tracing;
import io.temporal.envconfig.ClientConfigProfile;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/** The components that a command works with. Closing it stops those that no other process uses. */
public final class Engine implements AutoCloseable {

    private static final int POOL = 12;
    private final EmbeddedStack stack;
    private final Database database;
    private final @Nullable TemporalConnection temporal;
    private final @Nullable WorkerRuntime workerRuntime;
    private final @Nullable MemoryFolder memory;
    private final @Nullable ServerWatch watch;
    private final @Nullable Tracing tracing;
    private final AtomicBoolean closed = new AtomicBoolean();
    private final Thread hook = new Thread(this::interrupt, "pith-interrupted");
    private volatile Runnable farewell = () -> {};
    private volatile Drain drain = Drain.QUICK;
    private volatile boolean interrupted;

    private Engine(
            EmbeddedStack stack,
            Database database,
            @Nullable TemporalConnection temporal,
            @Nullable WorkerRuntime workerRuntime,
            @Nullable MemoryFolder memory,
            @Nullable ServerWatch watch,
            @Nullable Tracing tracing) {
        this.stack = stack;
        this.database = database;
        this.temporal = temporal;
        this.workerRuntime = workerRuntime;
        this.memory = memory;
        this.watch = watch;
        this.tracing = tracing;
    }

    /** The parts of the engine that a command needs. */
    public enum Needs {
        /** The store only. */
        STORE,
        /** The store and a connection to Temporal. */
        TEMPORAL,
        /** The store, Temporal and a worker. */
        WORKER
    }

    /** Starts or adopts the servers needed, migrates the schema, and reconciles the store with Temporal. */
    public static Engine open(Settings settings, Needs needs, String command, StartupProgress startupProgress) {
        Optional<ClientConfigProfile> configured =
                needs == Needs.STORE ? Optional.empty() : TemporalConnection.configured();
        Home home = new Home(settings.home());
        StackOptions options = StackOptions.both(command, DevServerPrograms.source(settings));
        options = settings.text(Setting.JDBC_URL).isPresent() ? options.withoutPostgres() : options;
        options = needs == Needs.STORE || configured.isPresent() ? options.withoutTemporal() : options;
        EmbeddedStack stack = EmbeddedStack.acquire(home, options, startupProgress);
        Database database = null;
        TemporalConnection temporal = null;
        Tracing tracing = null;
        boolean open = false;
        try {
            database = OpenedStore.database(settings, stack, POOL);
            Database opened = database;
            Optional<MemoryFolder> memory =
                    settings.memoryDirectory().map(directory -> new MemoryFolder(opened, directory));
            WorkerRuntime workerRuntime = null;
            if (needs != Needs.STORE) {
                tracing = settings.tracesEndpoint()
                        .map(url -> Tracing.to(url))
                        .orElse(null); // A method reference would load OpenTelemetry.
                temporal = configured
                        .map(profile -> TemporalConnection.to(
                                profile, settings.text(Setting.TEMPORAL_UI).orElse(null)))
                        .orElseGet(() -> TemporalConnection.to(stack, home));
                database.runsOn(temporal.place().id(), temporal.place().told());
                Reconciliation reconciliation = reconciliation(stack, temporal, database);
                reconciliation.run();
                if (needs == Needs.WORKER) {
                    // The home's own server has no mixed versions: all commands that use it have the same one.
                    String buildId =
                            configured.flatMap(any -> settings.workerBuildId()).orElse(null);
                    WorkerSpec spec = new WorkerSpec(temporal.search(), settings.redaction(), buildId);
                    workerRuntime =
                            WorkerRuntime.open(settings, spec, database, temporal, reconciliation, memory, tracing);
                }
            }
            ServerWatch watch = temporal == null
                    ? null
                    : ServerWatch.begin(stack, temporal, configured.isPresent(), startupProgress);
            Engine engine = new Engine(stack, database, temporal, workerRuntime, memory.orElse(null), watch, tracing);
            Runtime.getRuntime().addShutdownHook(engine.hook);
            open = true;
            return engine;
        } finally {
            if (!open) {
                close(stack, database, temporal, tracing);
            }
        }
    }

    /** Returns the store. */
    public Database database() {
        return database;
    }

    /** Returns whether there is a connection to Temporal. */
    public boolean hasTemporal() {
        return temporal != null;
    }

    /** Returns the connection to Temporal. Only valid if the command needs Temporal. */
    public TemporalConnection temporal() {
        if (temporal == null) {
            throw new IllegalStateException("this command did not ask for Temporal: see Engine.Needs");
        }
        return temporal;
    }

    /** Returns a warning about the servers in use, for the user. */
    public Optional<String> warning() {
        return Optional.ofNullable(temporal).flatMap(connection -> Optional.ofNullable(connection.warning()));
    }

    /** Describes how the worker of this process is rolled out; empty without Worker Versioning. */
    public Optional<String> rollout() {
        return workerRuntime == null ? Optional.empty() : workerRuntime.rollout();
    }

    /** Returns who continues running work when this process ends. */
    public Successor successor() {
        if (temporal().inProcess()) {
            return Successor.NOBODY;
        }
        return Pollers.others(temporal().client(), database.storeId())
                ? Successor.ANOTHER_WORKER
                : Successor.NEXT_COMMAND;
    }

    /**
     * Checks that Temporal is a server of its own, not the one inside this process.
     *
     * @param why what was requested and why it needs a server of its own: the start of the message
     */
    public void requireServer(String why) {
        if (temporal().inProcess()) {
            TemporalProgram program = stack.temporalProgram();
            throw new RuntimeProblem(
                    why + "; here Temporal runs inside each command (" + program.whyNot() + ")",
                    program.cure().isEmpty() ? "Leave out temporal_binary = off" : program.cure());
        }
    }

    /** Returns whether Temporal has just come back and may not know its workers yet. */
    public boolean mayLackWorkers() {
        return new KnownWorkers(temporal(), database).mayLack();
    }

    /** Returns whether any worker runs, in this process or another; as patient as {@link #polled}. */
    public boolean worked() {
        return workerRuntime != null || new KnownWorkers(temporal(), database).any();
    }

    /** Returns whether any worker can call an endpoint. No takes some seconds if Temporal has just come back. */
    public boolean polled(String endpoint) {
        return (workerRuntime != null && workerRuntime.calls(endpoint))
                || new KnownWorkers(temporal(), database).any(endpoint);
    }

    /** Returns the work in this store that runs on other Temporals. */
    public Elsewhere elsewhere() {
        return new Elsewhere(database);
    }

    /** Returns the client that starts and follows compactions. */
    public CompactionClient compactions() {
        return new CompactionClient(
                temporal().client(), temporal().search(), database, reconciliation(stack, temporal(), database));
    }

    /** Returns the client that requests memory flushes. */
    public FlushClient flushes() {
        return new FlushClient(temporal().client(), temporal().search(), database);
    }

    /** Returns the client that starts backfills. */
    public BackfillClient backfills() {
        return new BackfillClient(
                temporal().client(), temporal().search(), database, reconciliation(stack, temporal(), database));
    }

    /** Returns the client for cron schedules of backfills. */
    public BackfillSchedules schedules() {
        return new BackfillSchedules(temporal().client(), temporal().search(), database);
    }

    /** Opens the home's search index of this store. The caller closes it. */
    public SearchIndex searchIndex() {
        return SearchIndex.open(stack.home().search(), database);
    }

    public Home home() {
        return stack.home();
    }

    /** Returns what writes spans; empty without traces. */
    public Optional<Tracing> tracing() {
        return Optional.ofNullable(tracing);
    }

    /** Returns the folder of the memory files; empty if none is configured. */
    public Optional<MemoryFolder> memoryFolder() {
        return Optional.ofNullable(memory);
    }

    /** Sets an action that runs when the process is interrupted, before the engine closes. */
    public void onInterrupt(Runnable words) {
        farewell = words;
    }

    /** Sets how the worker shuts down from now on. */
    public void endsWith(Drain wanted) {
        drain = wanted;
    }

    /** Returns whether the process is ending by a signal. Failures from then on are caused by that. */
    public boolean interrupted() {
        return interrupted;
    }

    /** Closes the engine. A concurrent second caller waits for the first. */
    @Override
    public synchronized void close() {
        if (closed.compareAndSet(false, true)) {
            if (!interrupted) {
                removeHook();
            }
            if (watch != null) {
                watch.close();
            }
            if (workerRuntime != null) {
                workerRuntime.close(drain);
            }
            close(stack, database, temporal, tracing);
        }
    }

    private void interrupt() {
        interrupted = true;
        farewell.run();
        close();
    }

    private void removeHook() {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // The process is already ending: the shutdown hook runs and waits for this to complete.
            interrupted = true;
        }
    }

    private static Reconciliation reconciliation(EmbeddedStack stack, TemporalConnection temporal, Database database) {
        return new Reconciliation(
                database, temporal.client(), () -> temporal.inProcess() ? stack.isAlone() : !stack.othersRunInside());
    }

    private static void close(
            EmbeddedStack stack,
            @Nullable Database database,
            @Nullable TemporalConnection temporal,
            @Nullable Tracing tracing) {
        if (tracing != null) {
            tracing.close();
        }
        if (temporal != null) {
            temporal.close();
        }
        if (database != null) {
            database.close();
        }
        stack.close();
    }
}
