package dev.pith.starter.importing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.pith.activities.conversation.ConversationHeader;
import dev.pith.activities.conversation.NewMessage;
import dev.pith.starter.importing.reading.ImportOptions;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Sessions in Hermes' database and in the JSON form that it had before. */
class HermesReaderTest {

    private static final String CALL =
            "[{\"id\":\"k\",\"type\":\"function\",\"function\":{\"name\":\"terminal\",\"arguments\":\"{\\\"c\\\":1}\"}}]";

    @TempDir
    Path folder;

    SqliteFile database;

    @BeforeEach
    void create() throws Exception {
        database = new SqliteFile(folder.resolve("state.db"));
        database.run("PRAGMA journal_mode = WAL");
        database.run("CREATE TABLE schema_version (version INTEGER NOT NULL)");
        database.run("""
                CREATE TABLE sessions (id TEXT PRIMARY KEY, source TEXT NOT NULL, session_key TEXT, model_config TEXT,
                  system_prompt TEXT, parent_session_id TEXT, started_at REAL NOT NULL, ended_at REAL, end_reason TEXT,
                  cwd TEXT, git_branch TEXT, title TEXT)""");
        database.run("""
                CREATE TABLE messages (id INTEGER PRIMARY KEY AUTOINCREMENT, session_id TEXT NOT NULL,
                  role TEXT NOT NULL, content TEXT, tool_call_id TEXT, tool_calls TEXT, tool_name TEXT,
                  effect_disposition TEXT, timestamp REAL NOT NULL, finish_reason TEXT, reasoning TEXT,
                  reasoning_content TEXT, _compressed_summary INTEGER NOT NULL DEFAULT 0,
                  active INTEGER NOT NULL DEFAULT 1, compacted INTEGER NOT NULL DEFAULT 0, display_kind TEXT)""");
        database.run("CREATE INDEX idx_messages_session ON messages(session_id, timestamp)");
    }

    @AfterEach
    void close() throws Exception {
        database.close();
    }

    private void session(String id, @Nullable String parent, @Nullable String settings) throws Exception {
        database.run(
                "INSERT INTO sessions (id, source, started_at, cwd, git_branch, title, parent_session_id, model_config)"
                        + " VALUES (?, 'cli', 1767323045.5, '/repo', 'blue', 'Paint', ?, ?)",
                id,
                parent,
                settings);
    }

    private void message(String session, String role, @Nullable String content, double time) throws Exception {
        database.run(
                "INSERT INTO messages (session_id, role, content, timestamp) VALUES (?, ?, ?, ?)",
                session,
                role,
                content,
                time);
    }

    private Imported read() throws Exception {
        return Imported.file(database.file, ImportOptions.DEFAULT);
    }

    @Test
    void everySessionIsAConversationWithItsMessagesInOrder() throws Exception {
        session("s1", null, null);
        message("s1", "session_meta", "{}", 1767323045);
        message("s1", "user", "go", 1767323045.25);
        message("s1", "assistant", "look", 1767323046);
        database.run(
                "UPDATE messages SET tool_calls = ?, reasoning = 'hm', reasoning_content = 'hm' WHERE role = ?"
                        .replace("WHERE role = ?", "WHERE role = 'assistant'"),
                CALL);
        message("s1", "tool", "ok", 1767323047);
        message("s1", "tool", "no", 1767323048);
        database.run("UPDATE messages SET tool_call_id = 'k', tool_name = 'terminal' WHERE content = 'ok'");
        database.run("UPDATE messages SET tool_call_id = 'q', effect_disposition = 'denied' WHERE content = 'no'");
        message(
                "s1",
                "user",
                "\0json:[{\"type\":\"text\",\"text\":\"this\"},"
                        + "{\"type\":\"image_url\",\"image_url\":{\"url\":\"data:image/png;base64,AAAA\"}}]",
                1767323049);
        message("s1", "user", "a delegate is done", 1767323050);
        database.run("UPDATE messages SET display_kind = 'async_delegation_complete' WHERE timestamp = 1767323050");
        message("s1", "assistant", "", 1767323051);
        Imported imported = read();

        assertThat(imported.lines())
                .containsExactly(
                        "PERSON: go",
                        "AGENT: thinks hm | look | call k terminal {\"c\":1}",
                        "HARNESS: result k ok",
                        "HARNESS: failed q no",
                        "PERSON: this | [attachment image_url]",
                        "HARNESS: a delegate is done");
        assertThat(imported.messages().get(0).created()).isEqualTo("2026-01-02T03:04:05.250Z");
        assertThat(imported.headers()).singleElement().satisfies(header -> {
            assertThat(header.source()).isEqualTo("hermes");
            assertThat(header.nativeId()).isEqualTo("s1");
            assertThat(header.title()).isEqualTo("Paint");
            assertThat(header.project()).isEqualTo("/repo");
        });
        assertThat(imported.describedBranch).isEqualTo("blue");
        assertThat(imported.summary().ignored()).containsEntry("session_meta", 1L);
    }

    @Test
    void aCompactionIsASummaryAndWhatItKeptIsReadOnce() throws Exception {
        session("s1", null, null);
        for (int i = 0; i < 2; i++) {
            message("s1", "user", "go " + i, 1767323045 + i);
        }
        message("s1", "user", "kept", 1767323048);
        database.run("UPDATE messages SET active = 0, compacted = content <> 'kept'");
        message("s1", "user", "[CONTEXT COMPACTION — REFERENCE ONLY] They spoke.", 1767323050);
        message("s1", "user", "kept", 1767323048);
        message("s1", "user", "on", 1767323051);
        Imported imported = read();

        assertThat(imported.lines())
                .containsExactly(
                        "PERSON: go 0",
                        "PERSON: go 1",
                        "PERSON: kept",
                        "NATIVE_SUMMARY: [CONTEXT COMPACTION — REFERENCE ONLY] They spoke.",
                        "PERSON: on");
        assertThat(imported.takenBack).isEmpty();
    }

    @Test
    void aRequestBehindASummaryIsThePersonsUnlessItIsThereAlready() throws Exception {
        String carrier =
                "[CONTEXT SUMMARY]: s\n\n--- END OF CONTEXT SUMMARY — respond to the message below ---\n\nkept";
        session("s1", null, null);
        message("s1", "user", "kept", 1767323048);
        message("s1", "user", carrier, 1767323049);
        session("s2", "s1", null);
        database.run("UPDATE sessions SET end_reason = 'compression' WHERE id = 's1'");
        message("s2", "user", carrier, 1767323049);
        Imported imported = read();

        assertThat(imported.lines().get(1)).startsWith("NATIVE_SUMMARY: [CONTEXT");
        assertThat(imported.lines().get(2)).startsWith("PERSON: [CONTEXT").endsWith("--- | kept");
        assertThat(imported.headers().get(1).forkedFrom()).isEqualTo("s1");
        assertThat(imported.headers().get(1).subagentId()).isNull();
    }

    @Test
    void rowsThatARewindSwitchedOffAreAbandoned() throws Exception {
        session("s1", null, null);
        message("s1", "user", "go", 1767323045);
        message("s1", "assistant", "red", 1767323046);
        message("s1", "user", "no", 1767323047);
        database.run("UPDATE messages SET active = 0 WHERE timestamp > 1767323045");
        message("s1", "user", "blue", 1767323049);
        Imported imported = read();

        assertThat(imported.lines()).containsExactly("PERSON: go", "AGENT: red", "PERSON: no", "PERSON: blue");
        assertThat(imported.takenBack).containsExactly("2 to 2", "3 to 3");
        database.run("UPDATE messages SET tool_calls = '[{' WHERE content = 'blue'");
        assertThat(read().takenBack).isEmpty();
        assertThat(read().lines()).hasSize(3);
        assertThat(read().summary().notes())
                .containsExactly("session s1 cannot be read to its end: the database is damaged"
                        + " (the JSON in row 4 breaks off)");
    }

    @Test
    void parentsTellSubagentsBranchesAndLaterChatsApart() throws Exception {
        session("s1", null, null);
        session("s2", "s1", "{\"_delegate_from\":\"s1\"}");
        session("s3", "s1", "{\"_branched_from\":\"s1\"}");
        session("s4", "s1", "{\"_reset_from\":\"s1\"}");
        session("s5", "s1", "{\"_branched_from\":\"s0\"}");
        for (int i = 1; i <= 5; i++) {
            message("s" + i, "user", "go", 1767323045);
        }
        Imported imported = read();

        assertThat(imported.headers())
                .extracting(ConversationHeader::subagentId)
                .containsExactly(null, "s2", null, null, "s5");
        assertThat(imported.headers())
                .extracting(ConversationHeader::forkedFrom)
                .containsExactly(null, null, "s1", null, null);
    }

    @Test
    void aSessionIsTheSameInTheDatabaseAndInItsJson() throws Exception {
        session("s1", null, null);
        message("s1", "user", "go", 1767323045);
        message("s1", "assistant", null, 1767323046);
        database.run("UPDATE messages SET tool_calls = ? WHERE role = 'assistant'", CALL);
        message("s1", "tool", "ok", 1767323047);
        database.run("UPDATE messages SET tool_call_id = 'k', finish_reason = 'error' WHERE role = 'tool'");
        Imported json = Imported.text(folder, "session_s1.json", """
                {"session_id":"s1","session_start":"2026-01-02T03:04:05","title":"Paint","system_prompt":"You are.",
                "model_config":{"cwd":"/repo"},"messages":[{"role":"user","content":"go"},
                {"role":"assistant","content":null,"tool_calls":%s},
                {"role":"tool","content":"ok","tool_call_id":"k","tool_name":"terminal","finish_reason":"error"},
                {"role":"session_meta"}]}""".formatted(CALL));

        assertThat(json.headers()).isEqualTo(read().headers());
        assertThat(json.lines()).isEqualTo(read().lines()).endsWith("HARNESS: failed k ok");
        assertThat(json.messages()).extracting(NewMessage::uid).containsOnlyNulls();
        assertThat(json.summary().format()).isEqualTo("hermes");
    }

    @Test
    void anUnknownVersionIsRefusedInOneLine() throws Exception {
        database.run("ALTER TABLE messages RENAME COLUMN tool_calls TO calls");
        assertThatExceptionOfType(NotAConversationException.class)
                .isThrownBy(this::read)
                .withMessageContaining("found a hermes database of an unknown version (without messages.tool_calls)");
    }
}
