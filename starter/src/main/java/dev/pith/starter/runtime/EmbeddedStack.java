package dev.pith.starter.runtime;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Holds the home's servers while a command needs them. The last command to close stops them. */
public final class EmbeddedStack implements AutoCloseable {

    /** No wait for an orderly shutdown of the dev server: it takes 1.5 s and has no benefit. */
    private static final Duration HASTE = Duration.ZERO;

    private static final Duration ORDERLY = Duration.ofSeconds(5);

    private final Home home;
    private final Presence presence;
    private final @Nullable DatabaseAddress database;
    private final @Nullable TemporalEndpoint temporal;
    private final TemporalProgram program;
    private final StackOptions options;
    private final AtomicBoolean closed = new AtomicBoolean();

    private EmbeddedStack(
            Home home, StackOptions options, Presence presence, @Nullable DatabaseAddress database, Temporal temporal) {
        this.home = home;
        this.options = options;
        this.presence = presence;
        this.database = database;
        this.temporal = temporal.endpoint();
        this.program = temporal.program();
    }

    private record Temporal(@Nullable TemporalEndpoint endpoint, TemporalProgram program) {

        static final Temporal UNWANTED = new Temporal(null, TemporalProgram.missing("it was not asked for"));
    }

    /** Starts or adopts the requested servers in parallel and holds them until {@link #close()}. */
    public static EmbeddedStack acquire(Home home, StackOptions options, StartupProgress startupProgress) {
        home.create().tighten().ifPresent(startupProgress::step);
        // Before taking the lock: a download may take longer than other commands would wait for it.
        boolean starts = options.temporal() && TemporalServer.running(home).isEmpty();
        Optional<TemporalProgram> program =
                starts ? Optional.of(options.source().find(startupProgress)) : Optional.empty();
        return StartLock.holding(home, () -> {
            Presence presence = Presence.register(home, options.command());
            boolean up = false;
            try {
                var database =
                        async(() -> options.postgres() ? new PostgresServer(home, startupProgress).start() : null);
                var temporal = async(() ->
                        options.temporal() ? temporal(home, options, program, startupProgress) : Temporal.UNWANTED);
                CompletableFuture.allOf(database, temporal).join();
                if (options.temporal() && temporal.join().endpoint() == null) {
                    presence.runsInside();
                }
                up = true;
                return new EmbeddedStack(home, options, presence, database.join(), temporal.join());
            } catch (CompletionException e) {
                throw e.getCause() instanceof RuntimeProblem problem ? problem : e;
            } finally {
                if (!up) {
                    leave(home, presence);
                }
            }
        });
    }

    /** Stops the home's servers and returns their names; fails while commands use them. */
    public static List<String> stop(Home home) {
        home.create();
        return StartLock.holding(home, () -> {
            List<String> others = Presence.everyone(home);
            if (!others.isEmpty()) {
                throw new RuntimeProblem(
                        "The servers of " + home.root() + " are in use by " + String.join("; ", others),
                        "End that first: the last command out stops them itself");
            }
            return stopServers(home, ORDERLY);
        });
    }

    /** Returns the home. */
    public Home home() {
        return home;
    }

    /** Returns the address of the home's PostgreSQL. */
    public DatabaseAddress database() {
        if (database == null) {
            throw new IllegalStateException("PostgreSQL was not asked for: see StackOptions.postgres");
        }
        return database;
    }

    /** Returns the home's Temporal server; empty if it was not requested or is not available. */
    public Optional<TemporalEndpoint> temporal() {
        return Optional.ofNullable(temporal);
    }

    /** Returns why {@link #temporal()} is empty, with the cure. Not meaningful if it is present. */
    public TemporalProgram temporalProgram() {
        return program;
    }

    /**
     * Restarts those of the home's servers that have exited while this stack holds them, on their previous ports.
     *
     * @return their names; empty if all are running
     */
    public List<String> restartEnded(StartupProgress startupProgress) {
        return isEnded()
                ? StartLock.holding(home, () -> isEnded() ? restarted(startupProgress) : List.of())
                : List.of();
    }

    private boolean isEnded() {
        return !closed.get() && (hasPostgresEnded() || hasTemporalEnded());
    }

    private boolean hasPostgresEnded() {
        return database != null && PostgresServer.running(home).isEmpty();
    }

    private boolean hasTemporalEnded() {
        return temporal != null && TemporalServer.running(home).isEmpty();
    }

    private List<String> restarted(StartupProgress startupProgress) {
        List<String> names = new ArrayList<>();
        if (hasPostgresEnded()) {
            new PostgresServer(home, startupProgress).start();
            names.add("PostgreSQL");
        }
        if (hasTemporalEnded()) {
            temporal(home, options, Optional.empty(), startupProgress);
            names.add("Temporal");
        }
        return names;
    }

    /** Returns whether no other command holds the home. */
    public boolean isAlone() {
        return StartLock.holding(home, () -> Presence.everyone(home).size() == 1);
    }

    /**
     * Returns whether another command of this home runs Temporal in-process, with work that no other Temporal knows.
     */
    public boolean othersRunInside() {
        return StartLock.holding(home, () -> Presence.everyone(home).stream().anyMatch(Presence::isInside));
    }

    @Override
    public void close() {
        if (closed.compareAndSet(false, true)) {
            StartLock.holding(home, () -> leave(home, presence));
        }
    }

    private static List<String> leave(Home home, Presence presence) {
        presence.leave();
        return Presence.everyone(home).isEmpty() ? stopServers(home, HASTE) : List.of();
    }

    private static List<String> stopServers(Home home, Duration patience) {
        var postgres = async(() -> PostgresServer.stop(home));
        var temporal = async(() -> TemporalServer.stop(home, patience));
        CompletableFuture.allOf(postgres, temporal).join();
        return List.of(postgres.join() ? "PostgreSQL" : "", temporal.join() ? "Temporal" : "").stream()
                .filter(name -> !name.isEmpty())
                .toList();
    }

    private static Temporal temporal(
            Home home, StackOptions options, Optional<TemporalProgram> known, StartupProgress startupProgress) {
        TemporalServer server = new TemporalServer(home, startupProgress);
        Optional<TemporalEndpoint> adopted = server.adopt();
        if (adopted.isPresent()) {
            return new Temporal(adopted.get(), TemporalProgram.missing("its server runs already"));
        }
        // A server that was running a moment ago may have exited meanwhile.
        TemporalProgram program = known.orElseGet(() -> options.source().find(startupProgress));
        return new Temporal(program.isFound() ? server.start(program) : null, program);
    }

    /** Runs work on a thread of its own, since the common pool may have no free thread. */
    private static <T extends @Nullable Object> CompletableFuture<T> async(Supplier<T> work) {
        return CompletableFuture.supplyAsync(work, task -> {
            Thread thread = new Thread(task, "pith-servers");
            thread.setDaemon(true);
            thread.start();
        });
    }
}
