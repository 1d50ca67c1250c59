package dev.pith.starter.runtime;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Starts, adopts and stops the home's Temporal dev server, under the {@link StartLock}. */
final class TemporalServer {

    private static final Duration START = Duration.ofSeconds(30);
    private static final Duration ADOPT = Duration.ofSeconds(10);
    private static final Duration KILLED = Duration.ofSeconds(5);
    private static final int ATTEMPTS = 2;

    /**
     * Dynamic configuration of the server. The SDK's own launcher sets the last three; without the first every task
     * waits up to 50 ms for a poll. Tasks are written to one partition of a queue, since priorities order tasks only
     * within a partition. All four partitions are still read: a stopped server may have left tasks in them. {@code
     * deploy/temporal/dynamicconfig.yaml} has the same settings for a server in a container.
     */
    static final List<String> DYNAMIC_CONFIG = List.of(
            "history.transferProcessorMaxPollRPS=2000",
            "matching.numTaskqueueWritePartitions=1",
            "frontend.enableServerVersionCheck=false",
            "frontend.enableUpdateWorkflowExecution=true",
            "frontend.enableUpdateWorkflowExecutionAsyncAccepted=true");

    /**
     * With WAL a commit appends to a log instead of rewriting pages, and a killed server loses nothing. A power failure
     * may lose the last commits, in order; workflow steps are idempotent, and the store has the outcomes.
     */
    private static final List<String> DATABASE_PRAGMAS = List.of("journal_mode=WAL", "synchronous=NORMAL");

    private final Home home;
    private final StartupProgress progress;

    TemporalServer(Home home, StartupProgress progress) {
        this.home = home;
        this.progress = progress;
    }

    /** Returns the running server's endpoint; starts this program if no server of this home answers. */
    TemporalEndpoint start(TemporalProgram program) {
        return adopt().orElseGet(() -> startAnew(program));
    }

    /** Returns the running server of this home, whichever program it was started from. */
    Optional<TemporalEndpoint> adopt() {
        Optional<ServerProcess> left = running(home);
        if (left.isEmpty()) {
            return Optional.empty();
        }
        ServerRecord server = ServerRecord.read(recordFile(home));
        TemporalEndpoint endpoint = TemporalEndpoint.of(server);
        if (!server.stopping()
                && TemporalProbe.serves(endpoint, ADOPT, () -> !left.get().isAlive())) {
            return Optional.of(endpoint);
        }
        progress.step("Temporal does not answer: starting it again");
        stop(home, Duration.ZERO);
        return Optional.empty();
    }

    static Optional<ServerProcess> running(Home home) {
        return pidFile(home).process(database(home)).filter(server -> server.mayHaveArgument(database(home)));
    }

    /**
     * Stops the running server; returns whether there was one. Its work is durable in its database even with a patience
     * of zero.
     */
    static boolean stop(Home home, Duration patience) {
        Optional<ServerProcess> running = running(home);
        running.ifPresent(server -> {
            ServerRecord.read(recordFile(home)).asStopping().write(recordFile(home));
            server.signal("TERM");
            if (!server.endsWithin(patience)) {
                server.signal("KILL");
                server.endsWithin(KILLED);
            }
        });
        return running.isPresent();
    }

    private TemporalEndpoint startAnew(TemporalProgram program) {
        ServerRecord last = ServerRecord.read(recordFile(home));
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            int port = Ports.free(attempt == 0 ? last.port() : 0);
            int uiPort = Ports.free(attempt == 0 ? last.uiPort() : 0);
            ServerRecord server = new ServerRecord(port, uiPort, program.version(), false);
            server.write(recordFile(home));
            Process process = DetachedProcess.start(
                    pidFile(home).announcing(command(program.found().orElseThrow(), server)),
                    home.root(),
                    home.temporalLog());
            LateStep starting = LateStep.of(progress, "Starting Temporal");
            try {
                if (TemporalProbe.serves(TemporalEndpoint.of(server), START, () -> !process.isAlive())) {
                    return TemporalEndpoint.of(server);
                }
            } finally {
                starting.done();
            }
            stop(home, Duration.ZERO);
        }
        throw new RuntimeProblem(
                "Temporal does not start: " + LogTail.of(home.temporalLog()),
                "See " + home.temporalLog() + ", or name a Temporal server with TEMPORAL_ADDRESS");
    }

    private List<String> command(Path program, ServerRecord server) {
        List<String> command = new ArrayList<>(List.of(program.toString(), "server", "start-dev"));
        command.addAll(
                List.of("--ip", Ports.LOOPBACK, "--port", "" + server.port(), "--ui-port", "" + server.uiPort()));
        command.addAll(List.of("--db-filename", database(home), "--namespace", TemporalEndpoint.NAMESPACE));
        command.addAll(List.of("--log-level", "error"));
        DYNAMIC_CONFIG.forEach(value -> command.addAll(List.of("--dynamic-config-value", value)));
        DATABASE_PRAGMAS.forEach(value -> command.addAll(List.of("--sqlite-pragma", value)));
        return command;
    }

    private static String database(Home home) {
        return home.temporal().resolve("temporal.db").toString();
    }

    private static Path recordFile(Home home) {
        return home.temporal().resolve("server.properties");
    }

    private static PidFile pidFile(Home home) {
        return new PidFile(home.temporal().resolve("server.pid"));
    }
}
