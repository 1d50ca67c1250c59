package dev.pith.starter.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.github.luben.zstd.Zstd;
import dev.pith.starter.runtime.EmbeddedStack;
import dev.pith.starter.runtime.Home;
import dev.pith.starter.runtime.StackOptions;
import dev.pith.starter.runtime.StartupProgress;
import dev.pith.starter.runtime.TestHome;
import dev.pith.starter.runtime.TestTemporal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command in processes of its own, whose environment leads to a user's directory made up for it. */
@Tag("servers")
class DiscoveryTest {

    private static final Instant NOON = Instant.parse("2026-03-21T12:00:00Z");
    private static final List<String> DISCOVER = List.of("import", "--discover");

    @TempDir
    Path directory;

    Path user;
    Path state;

    @BeforeEach
    void name() {
        user = directory.resolve("user");
        state = directory.resolve("state");
    }

    @Test
    void listsWhatIsThereAndStoresNothing() throws Exception {
        Path claude = claudeCode();
        Files.setLastModifiedTime(claude, FileTime.from(NOON));
        codex();
        opencode();
        pi();
        Result listed = pith(DISCOVER);

        assertThat(listed.code()).as(listed.err()).isZero();
        assertThat(listed.out().lines())
                .hasSize(5)
                .element(1)
                .asString()
                .matches("claude-code +1 +0\\.2 KB  2026-03-21  " + user.resolve(".claude/projects"));
        assertThat(listed.out()).contains("codex ", "opencode ", "pi ");
        assertThat(listed.err()).isEqualTo("Nothing was imported. To take them: pith import --discover --yes\n");
        assertThat(state).doesNotExist();
    }

    @Test
    void listsAsJson() throws Exception {
        Path session = pi();
        Files.setLastModifiedTime(session, FileTime.from(NOON));
        Result listed = pith(DISCOVER, "--output", "json");
        JsonNode object = JsonMapper.builder().build().readTree(listed.out());

        assertThat(listed.out().lines()).hasSize(1);
        assertThat(object.fieldNames()).toIterable().containsExactly("program", "folder", "files", "bytes", "newest");
        assertThat(object.get("program").asText()).isEqualTo("pi");
        assertThat(object.get("folder").asText())
                .isEqualTo(user.resolve(".pi/agent/sessions").toString());
        assertThat(object.get("files").asInt()).isEqualTo(1);
        assertThat(object.get("bytes").asLong()).isEqualTo(Files.size(session));
        assertThat(object.get("newest").asText()).isEqualTo("2026-03-21T12:00:00Z");
    }

    @Test
    void saysWhereItLookedInVain() throws Exception {
        for (List<String> command : List.of(DISCOVER, List.of("import", "--discover", "--yes"))) {
            Result nothing = pith(command);
            assertThat(nothing.code()).isZero();
            assertThat(nothing.out()).isEmpty();
            assertThat(nothing.err())
                    .startsWith("No sessions were found. Looked in:\n")
                    .contains(user.resolve(".claude/projects") + "\n", user.resolve(".codex/sessions") + "\n");
            assertThat(state).doesNotExist();
        }
    }

    @Test
    void aFolderThatMayNotBeReadIsNoFailure() throws Exception {
        claudeCode();
        Path closed = codex().getParent();
        Files.setPosixFilePermissions(closed, PosixFilePermissions.fromString("---------"));
        Result listed = pith(DISCOVER);
        Files.setPosixFilePermissions(closed, PosixFilePermissions.fromString("rwx------"));

        assertThat(listed.code()).isZero();
        assertThat(listed.out()).contains("claude-code").doesNotContain("codex");
        assertThat(listed.err()).startsWith("pith: " + closed + " cannot be read and is left out: permission denied\n");
    }

    @Test
    void takesEverythingOnce() throws Exception {
        Path claude = claudeCode();
        Files.createSymbolicLink(claude.resolveSibling("1-latest"), claude);
        codex();
        opencode();
        pi();
        write(".claude/projects/-repo/empty.jsonl", "");
        write(".claude/projects/-repo/tool-results/1.txt", "User: hi\nAssistant: a dialogue, but no session\n");
        write(".codex/archived_sessions/empty.jsonl", "");
        Home home = TestHome.in(directory);
        state = home.root();
        EmbeddedStack servers = EmbeddedStack.acquire(
                home, StackOptions.both("test", TestTemporal.source()).withoutTemporal(), StartupProgress.SILENT);
        try (servers) {
            Result first = pith(DISCOVER, "--yes", "--output", "json");
            assertThat(first.code()).as(first.err()).isZero();
            assertThat(values(first, "source")).containsExactly("claude-code", "codex", "opencode", "pi");
            assertThat(values(first, "appended")).containsExactly("1", "1", "1", "1");
            assertThat(first.err()).contains("pith: " + user.resolve(".codex/archived_sessions") + ": found");

            Result second = pith(DISCOVER, "--yes", "--output", "json");
            assertThat(second.code()).isZero();
            assertThat(values(second, "conversation")).isEqualTo(values(first, "conversation"));
            assertThat(values(second, "appended")).containsExactly("0", "0", "0", "0");
        } finally {
            TestHome.leave(home);
        }
    }

    @Test
    void takesPackedRolloutsAndTheDatabaseOnce() throws Exception {
        Path plain = codex();
        byte[] packed = Zstd.compress(Files.readAllBytes(plain));
        Path archive = Files.createDirectories(user.resolve(".codex/archived_sessions"));
        Files.write(plain.resolveSibling(plain.getFileName() + ".zst"), packed);
        Files.write(archive.resolve(plain.getFileName() + ".zst"), packed);
        Files.write(archive.resolve("rollout-2.jsonl.zst"), Zstd.compress(Files.readAllBytes(plain), 1));
        opencode();
        database();
        Home home = TestHome.in(directory);
        state = home.root();
        EmbeddedStack servers = EmbeddedStack.acquire(
                home, StackOptions.both("test", TestTemporal.source()).withoutTemporal(), StartupProgress.SILENT);
        try (servers) {
            Result taken = pith(DISCOVER, "--yes", "--output", "json");
            assertThat(taken.code()).as(taken.err()).isZero();
            assertThat(values(taken, "source")).containsExactly("codex", "codex", "opencode", "opencode", "opencode");
            assertThat(values(taken, "nativeId")).containsExactly("c1", "c1", "ses_1", "ses_1", "ses_2");
            assertThat(values(taken, "appended")).containsExactly("1", "0", "1", "0", "1");
            assertThat(taken.err()).contains("Left out 1 packed copy: their plain files are read");
        } finally {
            TestHome.leave(home);
        }
    }

    private void database() throws Exception {
        Path file = user.resolve(".local/share/opencode/opencode.db");
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = connection.createStatement()) {
            statement.execute("create table session (id text, title text, directory text, time_created integer)");
            statement.execute("create table message (id text, session_id text, time_created integer, data text)");
            statement.execute("create table part (id text, message_id text, data text)");
            for (int i = 1; i <= 2; i++) {
                statement.execute("insert into session values ('ses_" + i + "', 'T', null, " + i + ")");
                statement.execute(
                        "insert into message values ('m%d', 'ses_%d', 1, '{\"role\":\"user\",\"time\":{\"created\":1}}')"
                                .formatted(i, i));
                statement.execute("insert into part values ('p%d', 'm%d', '{\"type\":\"text\",\"text\":\"Paint it.\"}')"
                        .formatted(i, i));
            }
        }
    }

    @Test
    void refusesWhatContradictsItself() throws Exception {
        for (List<String> wrong : List.of(
                List.of("import"),
                List.of("import", "--discover", "session.jsonl"),
                List.of("import", "--yes", "session.jsonl"),
                List.of("import", "--discover", "--yes", "--id", "x"))) {
            Result refused = pith(wrong);
            assertThat(refused.code()).isEqualTo(2);
            assertThat(refused.err()).hasLineCount(1).contains("--discover");
            assertThat(state).doesNotExist();
        }
    }

    private Path claudeCode() throws IOException {
        return write(".claude/projects/-repo/a.jsonl", """
                {"type":"user","sessionId":"5b3c1a9e-0000-4000-8000-000000000001","cwd":"/repo","uuid":"u1",\
                "parentUuid":null,"timestamp":"2026-01-01T00:00:00Z",\
                "message":{"role":"user","content":"Paint it."}}
                """);
    }

    private Path codex() throws IOException {
        return write(".codex/sessions/2026/01/01/rollout-1.jsonl", """
                {"timestamp":"2026-01-01T00:00:00Z","type":"session_meta","payload":{"id":"c1","cwd":"/repo"}}
                {"timestamp":"2026-01-01T00:00:00Z","type":"response_item","payload":{"type":"message","role":"user",\
                "content":[{"type":"input_text","text":"Paint it."}]}}
                """);
    }

    private Path opencode() throws IOException {
        String storage = ".local/share/opencode/storage/";
        write(storage + "message/ses_1/m1.json", "{\"id\":\"m1\",\"role\":\"user\",\"time\":{\"created\":1}}");
        write(storage + "part/m1/p1.json", "{\"type\":\"text\",\"text\":\"Paint it.\"}");
        write(storage + "session_diff/ses_1.json", "[]");
        return write(
                storage + "session/p/ses_1.json",
                "{\"id\":\"ses_1\",\"projectID\":\"p\",\"title\":\"T\",\"time\":{\"created\":1767323045000}}");
    }

    private Path pi() throws IOException {
        return write(".pi/agent/sessions/--repo--/1.jsonl", """
                {"type":"session","version":3,"id":"p1","cwd":"/repo"}
                {"type":"message","id":"e1","parentId":null,"timestamp":"2026-01-01T00:00:00Z",\
                "message":{"role":"user","content":[{"type":"text","text":"Paint it."}]}}
                """);
    }

    private Path write(String name, String content) throws IOException {
        Path file = user.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, content);
    }

    private static List<String> values(Result result, String field) throws IOException {
        List<String> values = new ArrayList<>();
        for (String line : result.out().lines().toList()) {
            values.add(JsonMapper.builder().build().readTree(line).get(field).asText());
        }
        return values;
    }

    private Result pith(List<String> words, String... more) throws Exception {
        List<String> command = new ArrayList<>();
        if ("root".equals(System.getProperty("user.name"))) {
            // Nothing is closed to root with these.
            command.addAll(List.of("setpriv", "--bounding-set=-dac_override,-dac_read_search"));
        }
        command.addAll(JavaCommand.pith());
        command.addAll(words);
        command.addAll(List.of(more));
        command.addAll(List.of("--home", state.toString()));
        Path err = directory.resolve("stderr");
        ProcessBuilder builder = new ProcessBuilder(command).redirectError(err.toFile());
        builder.environment().keySet().removeIf(name -> !name.equals("PATH"));
        builder.environment().putAll(Map.of("HOME", user.toString()));
        Process process = builder.start();
        process.getOutputStream().close();
        String out = new String(process.getInputStream().readAllBytes(), UTF_8);
        return new Result(process.waitFor(), out, Files.readString(err));
    }
}
