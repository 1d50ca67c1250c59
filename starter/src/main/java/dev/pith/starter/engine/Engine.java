package dev.pith.starter.engine;

import dev.pith.activities.memory.files.MemoryFolder;
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
import io.grpc.StatusRuntimeException;
import io.temporal.envconfig.ClientConfigProfile;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/** Everything that a command works with; closing it stops what nobody else uses. */
public final class Engine implements AutoCloseable {

    private static final int POOL = 12;

    private final EmbeddedStack stack;
    private final Database database;
    private final @Nullable TemporalConnection temporal;
    private final @Nullable WorkerRuntime workerRuntime;
    private final @Nullable MemoryFolder memory;
    private final @Nullable ServerWatch watch;
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
            @Nullable ServerWatch watch) {
        this.stack = stack;
        this.database = database;
        this.temporal = temporal;
        this.workerRuntime = workerRuntime;
        this.memory = memory;
        this.watch = watch;
    }

    /** What a command needs. */
    public enum Needs {
        /** Only what is stored. */
        STORE,
        /** To ask Temporal as well. */
        TEMPORAL,
        /** To run work. */
        WORKER
    }

    /** Starts or adopts what is needed, brings the schema up to date, and reconciles the store with Temporal. */
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
        boolean open = false;
        try {
            database = OpenedStore.database(settings, stack, POOL);
            Database opened = database;
            Optional<MemoryFolder> memory =
                    settings.memoryDirectory().map(directory -> new MemoryFolder(opened, directory));
            WorkerRuntime workerRuntime = null;
            if (needs != Needs.STORE) {
                temporal = configured.map(TemporalConnection::to).orElseGet(() -> TemporalConnection.to(stack, home));
                database.runsOn(temporal.place().id(), temporal.place().told());
                Reconciliation reconciliation = reconciliation(stack, temporal, database);
                reconciliation.run();
                if (needs == Needs.WORKER) {
                    // The home's own server has one version at a time: that of the commands that use it.
                    String buildId =
                            configured.flatMap(any -> settings.workerBuildId()).orElse(null);
                    WorkerSpec spec = new WorkerSpec(temporal.search(), settings.redaction(), buildId);
                    workerRuntime = WorkerRuntime.open(settings, spec, database, temporal, reconciliation, memory);
                }
            }
            ServerWatch watch = temporal == null
                    ? null
                    : ServerWatch.begin(stack, temporal, configured.isPresent(), startupProgress);
            Engine engine = new Engine(stack, database, temporal, workerRuntime, memory.orElse(null), watch);
            Runtime.getRuntime().addShutdownHook(engine.hook);
            open = true;
            return engine;
        } finally {
            if (!open) {
                close(stack, database, temporal);
            }
        }
    }

    /** The store. */
    public Database database() {
        return database;
    }

    /** Whether there is a connection to Temporal. */
    public boolean hasTemporal() {
        return temporal != null;
    }

    /** The connection to Temporal; only where it was asked for. */
    public TemporalConnection temporal() {
        if (temporal == null) {
            throw new IllegalStateException("this command did not ask for Temporal: see Engine.Needs");
        }
        return temporal;
    }

    /** What the user must know about the servers in use. */
    public Optional<String> warning() {
        return Optional.ofNullable(temporal).flatMap(connection -> Optional.ofNullable(connection.warning()));
    }

    /** How this process's worker is rolled out, in words; empty without Worker Versioning. */
    public Optional<String> rollout() {
        return workerRuntime == null ? Optional.empty() : workerRuntime.rollout();
    }

    /** Who goes on with what runs when this process ends. */
    public Successor successor() {
        if (temporal().inProcess()) {
            return Successor.NOBODY;
        }
        return Pollers.others(temporal().client(), database.storeId())
                ? Successor.ANOTHER_WORKER
                : Successor.NEXT_COMMAND;
    }

    /**
     * Refuses what the server inside this process cannot do.
     *
     * @param why what was asked for and why it needs a server of its own: the beginning of the message
     */
    public void requireServer(String why) {
        if (temporal().inProcess()) {
            TemporalProgram program = stack.temporalProgram();
            throw new RuntimeProblem(
                    why + "; here Temporal runs inside each command (" + program.whyNot() + ")",
                    program.cure().isEmpty() ? "Leave out temporal_binary = off" : program.cure());
        }
    }

    /** Whether Temporal has just come back and may not know yet who works for it. */
    public boolean mayLackWorkers() {
        return new KnownWorkers(temporal(), database).mayLack();
    }

    /** Whether any worker, here or elsewhere, can call an endpoint; where Temporal has just come back, after some seconds. */
    public boolean polled(String endpoint) {
        boolean here = workerRuntime != null && workerRuntime.calls(endpoint);
        try {
            return here || new KnownWorkers(temporal(), database).any(endpoint);
        } catch (StatusRuntimeException e) {
            throw new UnreachableException("Temporal does not answer: " + RootCause.message(e), e);
        }
    }

    /** What other Temporals run in this store. */
    public Elsewhere elsewhere() {
        return new Elsewhere(database);
    }

    /** What starts and follows compactions. */
    public CompactionClient compactions() {
        return new CompactionClient(
                temporal().client(), temporal().search(), database, reconciliation(stack, temporal(), database));
    }

    /** What asks for memory flushes. */
    public FlushClient flushes() {
        return new FlushClient(temporal().client(), temporal().search(), database);
    }

    /** What starts backfills. */
    public BackfillClient backfills() {
        return new BackfillClient(
                temporal().client(), temporal().search(), database, reconciliation(stack, temporal(), database));
    }

    /** Backfills that are started by the clock. */
    public BackfillSchedules schedules() {
        return new BackfillSchedules(temporal().client(), temporal().search(), database);
    }

    /** Where memory files are kept; empty where nowhere. */
    public Optional<MemoryFolder> memoryFolder() {
        return Optional.ofNullable(memory);
    }

    /** What is said when the process is interrupted, before the engine closes. */
    public void onInterrupt(Runnable words) {
        farewell = words;
    }

    /** How its worker ends from now on; without it, within seconds. */
    public void endsWith(Drain wanted) {
        drain = wanted;
    }

    /** Whether the process is ending by a signal: what fails from now on fails because of that. */
    public boolean interrupted() {
        return interrupted;
    }

    /** A second caller waits for the first. */
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
            close(stack, database, temporal);
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
            // The process is ending already: the hook runs and waits for this to be done.
            interrupted = true;
        }
    }

    private static Reconciliation reconciliation(EmbeddedStack stack, TemporalConnection temporal, Database database) {
        return new Reconciliation(
                database, temporal.client(), () -> temporal.inProcess() ? stack.isAlone() : !stack.othersRunInside());
    }

    private static void close(EmbeddedStack stack, @Nullable Database database, @Nullable TemporalConnection temporal) {
        if (temporal != null) {
            temporal.close();
        }
        if (database != null) {
            database.close();
        }
        stack.close();
    }
}
