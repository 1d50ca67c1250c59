package dev.pith.starter.runtime;

import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Starts, adopts and stops the home's PostgreSQL server, under the {@link StartLock}. */
final class PostgresServer {

    /** The start timeout; includes crash recovery. */
    private static final Duration START = Duration.ofSeconds(60);

    private static final Duration FAST_STOP = Duration.ofSeconds(30);
    private static final Duration IMMEDIATE_STOP = Duration.ofSeconds(5);
    private static final int ATTEMPTS = 2;

    private final Home home;
    private final StartupProgress progress;

    PostgresServer(Home home, StartupProgress progress) {
        this.home = home;
        this.progress = progress;
    }

    /** Returns the address of the running server; starts it if none of this home answers. */
    DatabaseAddress start() {
        PostgresBinaries binaries = PostgresBinaries.unpack(home, progress);
        PostgresCluster cluster = PostgresCluster.open(home, binaries, progress);
        return adopt(cluster).orElseGet(() -> startAnew(binaries, cluster));
    }

    /** Returns the running server, if there is one. */
    static Optional<ServerProcess> running(Home home) {
        Path data = PostgresCluster.directory(home);
        return PostmasterFile.read(data).flatMap(file -> file.process(data));
    }

    /** Stops the running server in an orderly way and disconnects its clients; returns whether there was one. */
    static boolean stop(Home home) {
        Optional<ServerProcess> running = running(home);
        running.ifPresent(PostgresServer::stop);
        return running.isPresent();
    }

    private static void stop(ServerProcess server) {
        server.signal("INT");
        if (!server.endsWithin(FAST_STOP)) {
            // No data is lost: the next start recovers from the WAL.
            server.signal("QUIT");
            server.endsWithin(IMMEDIATE_STOP);
        }
    }

    private Optional<DatabaseAddress> adopt(PostgresCluster cluster) {
        Optional<ServerProcess> left = running(home);
        if (left.isEmpty()) {
            PostmasterFile.disown(cluster.data());
            return Optional.empty();
        }
        try {
            if (isReady(cluster, left.get())) {
                return Optional.of(check(cluster));
            }
        } catch (SQLException e) {
            progress.step("PostgreSQL does not answer (" + e.getMessage() + "): starting it again");
        }
        stop(left.get());
        PostmasterFile.disown(cluster.data());
        return Optional.empty();
    }

    private DatabaseAddress startAnew(PostgresBinaries binaries, PostgresCluster cluster) {
        Path recordFile = home.postgres().resolve("server.properties");
        int preferred = ServerRecord.read(recordFile).port();
        String problem = "";
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            int port = Ports.free(attempt == 0 ? preferred : 0);
            new ServerRecord(port, 0, binaries.version(), false).write(recordFile);
            Process process = DetachedProcess.start(command(binaries, cluster, port), home.root(), home.postgresLog());
            Optional<ServerProcess> server = ServerProcess.find(process.pid());
            LateStep starting = LateStep.of(progress, "Starting PostgreSQL " + binaries.version());
            try {
                if (server.isPresent() && isReady(cluster, server.get())) {
                    return check(cluster);
                }
                problem = LogTail.of(home.postgresLog());
            } catch (SQLException e) {
                problem = String.valueOf(e.getMessage());
            } finally {
                starting.done();
            }
            server.ifPresent(PostgresServer::stop);
        }
        throw new RuntimeProblem(
                "PostgreSQL does not start: " + problem,
                "See " + home.postgresLog() + ", or name a server with --jdbc-url");
    }

    private static boolean isReady(PostgresCluster cluster, ServerProcess server) {
        Poll.until(START, () -> isServedBy(cluster, server) || !server.isAlive());
        return isServedBy(cluster, server);
    }

    private static boolean isServedBy(PostgresCluster cluster, ServerProcess server) {
        return PostmasterFile.read(cluster.data())
                .filter(file -> file.pid() == server.pid() && file.isReady())
                .isPresent();
    }

    private static DatabaseAddress check(PostgresCluster cluster) throws SQLException {
        int port = PostmasterFile.read(cluster.data()).map(PostmasterFile::port).orElse(0);
        DatabaseAddress database = DatabaseAddress.local(port, PostgresCluster.DATABASE, cluster.password());
        PostgresProbe.Answer answer = answer(database, cluster, port);
        if (!answer.durable()) {
            throw new RuntimeProblem(
                    "PostgreSQL in " + cluster.data() + " runs with fsync or synchronous_commit off",
                    "Remove that setting from its postgresql.auto.conf and run pith stop");
        }
        return database;
    }

    private static PostgresProbe.Answer answer(DatabaseAddress database, PostgresCluster cluster, int port)
            throws SQLException {
        try {
            return PostgresProbe.ask(database);
        } catch (SQLException e) {
            if (PostgresProbe.isWrongPassword(e)) {
                throw new RuntimeProblem(
                        "PostgreSQL in " + cluster.data() + " does not accept the password of this home",
                        "Put the file password beside it back as it was, or start anew with another --home",
                        e);
            }
            if (!PostgresProbe.isMissingDatabase(e)) {
                throw e;
            }
            PostgresProbe.createDatabase(DatabaseAddress.local(port, "postgres", cluster.password()));
            return PostgresProbe.ask(database);
        }
    }

    private static List<String> command(PostgresBinaries binaries, PostgresCluster cluster, int port) {
        List<String> command = binaries.command("postgres");
        command.addAll(List.of("-D", cluster.data().toString()));
        List<String> settings = List.of(
                "port=" + port,
                "listen_addresses=" + Ports.LOOPBACK,
                "unix_socket_directories=",
                "fsync=on",
                "synchronous_commit=on");
        settings.forEach(setting -> command.addAll(List.of("-c", setting)));
        return command;
    }
}
