package dev.pith.starter.importing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

import dev.pith.activities.conversation.ConversationHeader;
import dev.pith.starter.importing.reading.ImportOptions;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GooseReaderTest {

    private static final String BOTH = "{\"userVisible\":true,\"agentVisible\":true}";
    private static final String SHOWN = "{\"userVisible\":true,\"agentVisible\":false}";
    private static final String MODEL = "{\"userVisible\":false,\"agentVisible\":true}";
    private static final String HIDDEN = "{\"userVisible\":false,\"agentVisible\":false}";

    @TempDir
    Path folder;

    SqliteFile database;
    private long clock = 1_767_323_045;

    @BeforeEach
    void create() throws Exception {
        database = new SqliteFile(folder.resolve("sessions.db"));
        database.run("CREATE TABLE schema_version (version INTEGER PRIMARY KEY, applied_at TIMESTAMP)");
        database.run("""
                CREATE TABLE sessions (id TEXT PRIMARY KEY, name TEXT NOT NULL DEFAULT '',
                  description TEXT NOT NULL DEFAULT '', session_type TEXT NOT NULL DEFAULT 'user',
                  working_dir TEXT NOT NULL, created_at TIMESTAMP, parent_session_id TEXT)""");
        database.run("""
                CREATE TABLE messages (id INTEGER PRIMARY KEY AUTOINCREMENT, message_id TEXT,
                  session_id TEXT NOT NULL REFERENCES sessions(id), role TEXT NOT NULL, content_json TEXT NOT NULL,
                  created_timestamp INTEGER NOT NULL, metadata_json TEXT)""");
        database.run("INSERT INTO sessions VALUES ('20260102_1', 'Paint', '', 'user', '/repo', '2026-01-02', NULL)");
    }

    @AfterEach
    void close() throws Exception {
        database.close();
    }

    private void message(String role, String metadata, String content) throws Exception {
        database.run(
                "INSERT INTO messages (session_id, role, content_json, created_timestamp, metadata_json)"
                        + " VALUES ('20260102_1', ?, ?, ?, ?)",
                role,
                content,
                clock++,
                metadata);
    }

    private void says(String role, String metadata, String text) throws Exception {
        message(role, metadata, "[{\"type\":\"text\",\"text\":\"" + text + "\"}]");
    }

    private Imported read() throws Exception {
        return Imported.file(database.file, ImportOptions.DEFAULT);
    }

    @Test
    void everyKindOfBlock() throws Exception {
        says("user", BOTH, "go");
        message("assistant", BOTH, """
                [{"type":"thinking","thinking":"hm","signature":"s"},{"type":"text","text":"look"},
                {"type":"toolRequest","id":"k","toolCall":{"status":"success","value":{"name":"developer__shell",
                "arguments":{"c":1}}}},{"type":"toolRequest","id":"q","toolCall":{"status":"success",
                "value":{"name":"x"}}}]""");
        message("user", BOTH, """
                [{"type":"toolResponse","id":"k","toolResult":{"status":"success","value":{"content":
                [{"type":"text","text":"ok"},{"type":"image","data":"AAAA","mimeType":"image/png"}],"isError":false}}},
                {"type":"toolResponse","id":"q","toolResult":{"status":"error","error":"no such tool"}}]""");
        message("user", BOTH, """
                [{"type":"toolResponse","id":"o","toolResult":{"status":"success","value":
                [{"type":"text","text":"a list, as once"}]}}]""");
        message("assistant", SHOWN, "[{\"type\":\"systemNotification\",\"msg\":\"compacting\"}]");
        Imported imported = read();

        assertThat(imported.lines())
                .containsExactly(
                        "PERSON: go",
                        "AGENT: thinks hm | look | call k developer__shell {\"c\":1} | call q x ",
                        "HARNESS: result k ok | [attachment image] | failed q no such tool",
                        "HARNESS: result o a list, as once");
        assertThat(imported.messages().get(0).created()).isEqualTo("2026-01-02T03:04:05Z");
        assertThat(imported.headers()).singleElement().satisfies(header -> {
            assertThat(header.source()).isEqualTo("goose");
            assertThat(header.title()).isEqualTo("Paint");
            assertThat(header.project()).isEqualTo("/repo");
        });
    }

    @Test
    void aCompactionIsASummaryAndTheRequestThatItCopiesIsReadOnce() throws Exception {
        says("user", SHOWN, "go");
        says("assistant", SHOWN, "done");
        says("user", HIDDEN, "and the door");
        says("user", MODEL, "They painted.");
        says("assistant", MODEL, "The previous message is a summary.");
        says("user", BOTH, "and the door");
        says("assistant", BOTH, "painted");
        Imported imported = read();

        assertThat(imported.lines())
                .containsExactly(
                        "PERSON: go",
                        "AGENT: done",
                        "PERSON: and the door",
                        "NATIVE_SUMMARY: They painted.",
                        "HARNESS: The previous message is a summary.",
                        "AGENT: painted");
        database.run("UPDATE messages SET metadata_json = ? WHERE metadata_json = ?", HIDDEN, MODEL);
        assertThat(read().lines()).isEqualTo(imported.lines());
        says("user", MODEL, "They painted all.");
        assertThat(read().lines()).isEqualTo(imported.lines());
        assertThat(read().summary().notes())
                .containsExactly("the last message is unfinished and waits for the next import");
    }

    @Test
    void subagentsAndOlderVersions() throws Exception {
        says("user", BOTH, "go");
        database.run(
                "INSERT INTO sessions VALUES ('20260102_2', '', 'Count', 'sub_agent', '/repo', '2026-01-03', ?)",
                "20260102_1");
        database.run("INSERT INTO messages SELECT 9, NULL, '20260102_2', role, content_json, 1, NULL FROM messages");
        assertThat(read().headers())
                .extracting(
                        ConversationHeader::subagentId, ConversationHeader::parentNativeId, ConversationHeader::title)
                .containsExactly(tuple(null, null, "Paint"), tuple("20260102_2", "20260102_1", "Count"));

        database.run("ALTER TABLE sessions DROP COLUMN parent_session_id");
        database.run("ALTER TABLE messages DROP COLUMN metadata_json");
        database.run("ALTER TABLE messages DROP COLUMN message_id");
        assertThat(read().headers().get(1).subagentId()).isEqualTo("20260102_2");
    }

    @Test
    void ofADamagedSessionTheRestIsReadAndAnUnknownVersionIsRefused() throws Exception {
        says("user", BOTH, "go");
        message("assistant", BOTH, "[{\"type\":\"te");
        assertThat(read().lines()).containsExactly("PERSON: go");
        assertThat(read().summary().notes())
                .containsExactly("session 20260102_1 cannot be read to its end: the database is damaged"
                        + " (the JSON in row 2 breaks off)");
        database.run("ALTER TABLE messages RENAME COLUMN content_json TO content");
        assertThatExceptionOfType(NotAConversationException.class)
                .isThrownBy(this::read)
                .withMessageContaining("found a goose database of an unknown version (without messages.content_json)");
    }
}
