package dev.pith.starter.importing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.github.luben.zstd.Zstd;
import dev.pith.starter.importing.reading.ImportOptions;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Sessions of OpenClaw's agents, in their database and in the log files that they were in before. */
class OpenclawReaderTest {

    private static final String ID = "11111111-0000-4000-8000-00000000000a";
    private static final String HEADER = "{\"type\":\"session\",\"version\":3,\"id\":\"" + ID + "\",\"cwd\":\"/repo\"}";
    private static final String USER =
            "{\"type\":\"message\",\"id\":\"e1\",\"parentId\":null,\"timestamp\":\"2026-01-02T03:04:05Z\","
                    + "\"message\":{\"role\":\"user\",\"content\":[{\"type\":\"text\",\"text\":\"go\"}]}}";
    private static final String AGENT =
            "{\"type\":\"message\",\"id\":\"e2\",\"parentId\":\"e1\",\"timestamp\":\"2026-01-02T03:04:06Z\","
                    + "\"message\":{\"role\":\"assistant\",\"stopReason\":\"stop\",\"content\":[{\"type\":\"text\",\"text\":\"done\"}]}}";
    private static final String SUMMARY =
            "{\"type\":\"compaction\",\"id\":\"e3\",\"parentId\":\"e2\",\"summary\":\"They spoke.\"}";

    @TempDir
    Path folder;

    SqliteFile database;

    @BeforeEach
    void create() throws Exception {
        Path agent = Files.createDirectories(folder.resolve("agents/main/agent"));
        database = new SqliteFile(agent.resolve("openclaw-agent.sqlite"));
        database.run("CREATE TABLE schema_meta (meta_key TEXT PRIMARY KEY, role TEXT, agent_id TEXT)");
        database.run("""
                CREATE TABLE session_nodes (session_key TEXT PRIMARY KEY, current_session_id TEXT NOT NULL,
                  entry_json TEXT NOT NULL, spawned_by TEXT, fork_source_session_id TEXT, label TEXT, display_name TEXT)""");
        database.run("""
                CREATE TABLE session_windows (session_id TEXT PRIMARY KEY, session_key TEXT NOT NULL,
                  previous_session_id TEXT, reason TEXT, spawned_by TEXT, display_name TEXT)""");
        database.run("""
                CREATE TABLE transcript_events (session_id TEXT NOT NULL, seq INTEGER NOT NULL, event_json TEXT,
                  created_at INTEGER NOT NULL, event_zstd BLOB, event_utf8_bytes INTEGER,
                  PRIMARY KEY (session_id, seq))""");
        chat("agent:main:main", ID, "Paint", null);
    }

    @AfterEach
    void close() throws Exception {
        database.close();
    }

    private void chat(String key, String session, @Nullable String title, @Nullable String spawner) throws Exception {
        database.run("INSERT INTO session_nodes VALUES (?, ?, '{}', ?, NULL, NULL, ?)", key, session, spawner, title);
        database.run("INSERT INTO session_windows VALUES (?, ?, NULL, 'initial', NULL, NULL)", session, key);
    }

    private void events(String session, String... events) throws Exception {
        for (int seq = events.length; seq > 0; seq--) {
            database.run(
                    "INSERT INTO transcript_events (session_id, seq, event_json, created_at) VALUES (?, ?, ?, ?)",
                    session,
                    seq,
                    events[seq - 1],
                    1_767_323_045_000L + seq);
        }
    }

    private Imported read() throws Exception {
        return Imported.file(database.file, ImportOptions.DEFAULT);
    }

    @Test
    void aSessionIsTheSameInTheDatabaseAndInItsLog() throws Exception {
        events(ID, HEADER, USER, AGENT, SUMMARY);
        Path sessions = Files.createDirectories(folder.resolve("agents/main/sessions"));
        Imported log = Imported.text(sessions, ID + ".jsonl", String.join("\n", HEADER, USER, AGENT, SUMMARY));

        assertThat(read().messages()).isEqualTo(log.messages());
        assertThat(read().lines()).containsExactly("PERSON: go", "AGENT: done", "NATIVE_SUMMARY: They spoke.");
        assertThat(read().headers()).singleElement().satisfies(header -> {
            assertThat(header.source()).isEqualTo("openclaw");
            assertThat(header.nativeId()).isEqualTo(ID);
            assertThat(header.title()).isEqualTo("Paint");
            assertThat(header.project()).isEqualTo("/repo");
        });
        assertThat(log.summary().format()).isEqualTo("openclaw");
        assertThat(log.headers()).singleElement().satisfies(header -> {
            assertThat(header.source()).isEqualTo("openclaw");
            assertThat(header.nativeId()).isEqualTo(ID);
        });
        assertThat(Imported.text(folder, ID + ".jsonl", HEADER + "\n" + USER + "\n")
                        .headers()
                        .get(0)
                        .source())
                .isEqualTo("pi");
    }

    @Test
    void packedRowsAreReadUnpacked() throws Exception {
        events(ID, HEADER, USER);
        database.run(
                "UPDATE transcript_events SET event_json = NULL, event_zstd = ?, event_utf8_bytes = ? WHERE seq = 2",
                Zstd.compress(USER.getBytes(UTF_8)),
                USER.length());
        assertThat(read().lines()).containsExactly("PERSON: go");
        database.run("UPDATE transcript_events SET event_zstd = X'28B52FFD00' WHERE seq = 2");
        assertThat(read().summary().notes())
                .containsExactly("session " + ID + " cannot be read to its end: the database is damaged"
                        + " (the JSON in row 2 breaks off)");
    }

    @Test
    void whatAnotherSessionSendsIsNoPersonsButTheTask() throws Exception {
        String sent = USER.replace("\"role\"", "\"provenance\":{\"kind\":\"inter_session\"},\"role\"");
        events(
                ID,
                HEADER,
                "{\"type\":\"custom_message\",\"id\":\"e0\",\"parentId\":null,\"content\":\"context\"}",
                sent,
                AGENT,
                sent.replace("e1", "e4").replace("go", "progress"),
                sent.replace("e1", "e5")
                        .replace("inter_session", "external_user")
                        .replace("go", "thanks"));

        assertThat(read().lines())
                .containsExactly(
                        "HARNESS: context", "PERSON: go", "AGENT: done", "HARNESS: progress", "PERSON: thanks");
    }

    @Test
    void subagentsAndForks() throws Exception {
        events(ID, HEADER, USER);
        chat("agent:main:subagent:1", "s2", null, "agent:main:main");
        events("s2", USER);
        chat("agent:main:other", "s3", "Paint again", null);
        database.run("UPDATE session_nodes SET fork_source_session_id = ? WHERE session_key = 'agent:main:other'", ID);
        events("s3", USER);
        Imported imported = read();

        assertThat(imported.headers()).hasSize(3);
        assertThat(imported.headers().get(1).subagentId()).isEqualTo("s2");
        assertThat(imported.headers().get(1).parentNativeId()).isEqualTo(ID);
        assertThat(imported.headers().get(2).forkedFrom()).isEqualTo(ID);
        assertThat(imported.headers().get(2).subagentId()).isNull();
    }

    @Test
    void earlierTablesAndUnknownOnes() throws Exception {
        database.run("DROP TABLE session_nodes");
        database.run("ALTER TABLE session_windows RENAME TO sessions");
        database.run("UPDATE sessions SET display_name = 'Old'");
        database.run("ALTER TABLE transcript_events DROP COLUMN event_zstd");
        events(ID, HEADER, USER);
        assertThat(read().headers().get(0).title()).isEqualTo("Old");
        database.run("DROP TABLE transcript_events");
        assertThatExceptionOfType(NotAConversationException.class)
                .isThrownBy(this::read)
                .withMessageContaining("found an openclaw database of an unknown version (without transcript_events)");
    }
}
