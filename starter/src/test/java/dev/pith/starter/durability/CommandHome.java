package dev.pith.starter.durability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.pith.activities.compaction.Coverage;
import dev.pith.activities.conversation.ContextVersion;
import dev.pith.activities.conversation.Conversation;
import dev.pith.activities.store.ContextVersions;
import dev.pith.activities.store.Conversations;
import dev.pith.activities.store.Database;
import dev.pith.activities.testing.FakeModel;
import dev.pith.starter.cli.Result;
import dev.pith.starter.config.Setting;
import dev.pith.starter.config.Settings;
import dev.pith.starter.config.SettingsLoader;
import dev.pith.starter.engine.Engine;
import dev.pith.starter.runtime.Home;
import dev.pith.starter.runtime.StartupProgress;
import dev.pith.starter.runtime.TestHome;
import dev.pith.starter.runtime.TestTemporal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;

/** A home of its own for commands, and what its store must hold in the end. */
final class CommandHome implements AutoCloseable {

    static final int TURNS = 12;

    /** Chunks so small that short sessions have several. */
    private static final String SMALL = """
            context_window = 2_000
            tail_turns = 1
            tail_min_tokens = 100
            tail_max_tokens = 500
            summary_max_tokens = 400
            single_pass_max_tokens = 1_000
            chunk_max_tokens = 1_000
            tail_messages = 4
            leaf_tokens = 150
            leaf_chunk_tokens = 1_000
            leaf_chunk_messages = 2
            condensed_tokens = 200
            """;

    private final Home home;

    /** For commands with a Temporal server of their own. */
    CommandHome(Path directory) throws IOException {
        this(TestHome.withStore(directory.resolve("a home")));
        TestTemporal.program();
    }

    private CommandHome(Home home) throws IOException {
        this.home = home;
        Files.writeString(home.root().resolve("pith.toml"), SMALL);
    }

    /** For commands with Temporal inside. */
    static CommandHome withoutServer(Path directory) throws IOException {
        return new CommandHome(TestHome.withStore(directory.resolve("a home")));
    }

    /** A command in this JVM, for what is not to be killed: a process of its own takes seconds. */
    Result typed(String... arguments) {
        return Result.in(home, arguments);
    }

    /** The same, which does its work. */
    Result done(String... arguments) {
        Result result = typed(arguments);
        assertThat(result.code()).as(result.output()).isZero();
        return result;
    }

    PithProcess pith(String... arguments) {
        return PithProcess.start(home, Map.of(), arguments);
    }

    PithProcess pith(Map<String, String> environment, String... arguments) {
        return PithProcess.start(home, environment, arguments);
    }

    /**
     * The environment in which a fake model is the profile fake, without a key.
     *
     * @param places how many calls it serves at the same time
     * @param concurrency how many chunks of a compaction
     */
    static Map<String, String> model(FakeModel fake, int places, int concurrency) {
        return Map.of(
                "PITH_MODELS_FAKE_MODEL", "fake-1",
                "PITH_MODELS_FAKE_BASE_URL", fake.baseUrl(),
                "PITH_MODELS_FAKE_CONTEXT_WINDOW", "32000",
                "PITH_MODELS_FAKE_CONCURRENCY", Integer.toString(places),
                "PITH_CONCURRENCY", Integer.toString(concurrency));
    }

    Path file(String path) {
        return home.root().resolve(path);
    }

    /** What all processes have said so far. */
    String said() throws IOException {
        StringBuilder said = new StringBuilder();
        try (Stream<Path> files = Files.list(home.root())) {
            for (Path file : files.filter(PithProcess::isOutput).sorted().toList()) {
                said.append(Files.readString(file)).append('\n');
            }
        }
        return said.toString();
    }

    /** A session file of several chunks. */
    String session(String name) throws IOException {
        StringBuilder lines = new StringBuilder();
        for (int turn = 0; turn < TURNS; turn++) {
            String words = ("finding " + name + turn + " counts, ").repeat(80);
            lines.append("{\"role\":\"user\",\"content\":\"Request ")
                    .append(turn)
                    .append(" of ")
                    .append(name);
            lines.append("\"}\n{\"role\":\"assistant\",\"content\":\"")
                    .append(words)
                    .append("\"}\n");
        }
        return Files.writeString(home.root().resolve(name + ".jsonl"), lines).toString();
    }

    /** The store, with the servers kept up as long as it is open. */
    Engine store() {
        return engine(Engine.Needs.STORE, StartupProgress.SILENT);
    }

    /** The store and the connection to the home's Temporal; it does no work. */
    Engine storeAndTemporal() {
        return storeAndTemporal(StartupProgress.SILENT);
    }

    /** The same, told what becomes of its servers. */
    Engine storeAndTemporal(StartupProgress startupProgress) {
        return engine(Engine.Needs.TEMPORAL, startupProgress);
    }

    private Engine engine(Engine.Needs needs, StartupProgress startupProgress) {
        Map<Setting, String> flags = Map.of(Setting.HOME, home.root().toString());
        Settings settings = new SettingsLoader(flags, Map.of()).load();
        return Engine.open(settings, needs, "test", startupProgress);
    }

    static Conversation only(Database database) {
        return database.transact(handle -> handle.attach(Conversations.class)
                .find(handle.select("select id from conversation")
                        .mapTo(String.class)
                        .one())
                .orElseThrow());
    }

    /** One commit, every message once and in one place, nothing running. */
    static void assertCompactedOnce(Database database, Conversation conversation) {
        List<ContextVersion> versions = database.table(ContextVersions.class).all(conversation.id());
        assertThat(versions).extracting(ContextVersion::version).containsExactly(1, 2);
        assertThat(versions.get(1).cause()).isEqualTo("compaction");
        assertThat(conversation.messages()).isEqualTo(2 * TURNS);
        assertThat(Coverage.of(database, conversation, versions.get(1)).complete())
                .isTrue();
        assertThat(Coverage.of(database, conversation, versions.get(1))
                        .summarized()
                        .size())
                .isPositive();
        database.transact(handle -> {
            assertThat(number(handle, "select count(distinct uid) from message where conversation = ?", conversation))
                    .isEqualTo(2 * TURNS);
            assertThat(number(handle, "select count(*) from message where conversation = ?", conversation))
                    .isEqualTo(2 * TURNS);
            assertThat(number(
                            handle,
                            "select count(*) from compaction where conversation = ? and to_version is not null",
                            conversation))
                    .isEqualTo(1);
            assertThat(number(
                            handle,
                            "select count(*) from compaction where conversation = ? and state = 'running'",
                            conversation))
                    .isZero();
            return null;
        });
    }

    static long number(Handle handle, String sql, Conversation conversation) {
        return handle.select(sql, conversation.id()).mapTo(Long.class).one();
    }

    /** Waits until a command stands before a table that the test has locked. */
    static void awaitHeld(Database database, PithProcess command) {
        await().atMost(Duration.ofMinutes(2)).until(() -> isHeld(database) || !command.isAlive());
        assertThat(command.isAlive()).describedAs(command.output()).isTrue();
    }

    /** Upkeep may stand there too, and says nothing of how far the command is. */
    private static boolean isHeld(Database database) {
        return database.transact(
                handle -> handle.select("""
                        select count(*) > 0 from pg_locks l join pg_stat_activity a on a.pid = l.pid
                        where not l.granted and a.query not like 'delete from %'
                        """).mapTo(Boolean.class).one());
    }

    /** Kills the server whose number stands in a file of the home. */
    void killServer(String pidFile) throws Exception {
        ProcessHandle server = ProcessHandle.of(pid(pidFile)).orElseThrow();
        server.destroyForcibly();
        server.onExit().join();
    }

    /** Sends a signal to the home's Temporal, such as STOP, under which it takes connections and answers nothing. */
    void signalTemporal(String signal) throws Exception {
        Process kill = new ProcessBuilder("kill", "-" + signal, "" + pid("temporal/server.pid")).start();
        assertThat(kill.waitFor()).isZero();
    }

    private long pid(String pidFile) throws IOException {
        return Long.parseLong(Files.readAllLines(file(pidFile)).get(0).strip());
    }

    void throwTemporalsDataAway() throws Exception {
        killServer("temporal/server.pid");
        for (String name : List.of("temporal.db", "temporal.db-wal", "temporal.db-shm")) {
            Files.deleteIfExists(file("temporal/" + name));
        }
    }

    @Override
    public void close() throws IOException {
        TestHome.leave(home);
    }
}
