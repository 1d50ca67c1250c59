package dev.pith.starter.importing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.pith.starter.importing.reading.ImportOptions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CursorDatabaseTest {

    private static final String RECORD =
            "{\"agentId\":\"c0ffee\",\"name\":\"New Agent\",\"workspacePath\":\"/repo\",\"latestRootBlobId\":\"f00\"}";

    @TempDir
    Path folder;

    private Path session;
    private SqliteFile database;
    private int blobs;

    @BeforeEach
    void create() throws Exception {
        session = Files.createDirectories(folder.resolve("chats/5f4d/c0ffee"));
        database = new SqliteFile(session.resolve("store.db"));
        database.run("CREATE TABLE blobs (id TEXT PRIMARY KEY, data BLOB)");
        database.run("CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT)");
    }

    @AfterEach
    void close() throws Exception {
        database.close();
    }

    private void record(String value) throws Exception {
        database.run("INSERT INTO meta VALUES ('0', ?)", value);
    }

    private void blob(byte[] data) throws Exception {
        database.run("INSERT INTO blobs VALUES (?, ?)", "blob" + blobs++, data);
    }

    private void message(String json) throws Exception {
        blob(json.getBytes(UTF_8));
    }

    private Imported read() throws Exception {
        return Imported.file(database.file, ImportOptions.DEFAULT);
    }

    @Test
    void messagesAreTheBlobsThatAreJson() throws Exception {
        record(HexFormat.of().formatHex(RECORD.getBytes(UTF_8)));
        Files.writeString(session.resolve("meta.json"), "{\"schemaVersion\":1,\"title\":\"Paint the boat\"}");
        message("{\"role\":\"system\",\"content\":\"You are an agent.\"}");
        message("{\"role\":\"user\",\"content\":\"<user_info>\\nWorkspace Path: /repo/boat\\n</user_info>\"}");
        blob(new byte[] {10, 32, 1, 2, 3});
        message("""
                {"role":"user","createdAt":1767323045000,
                "content":[{"type":"text","text":"<user_query>\\ngo\\n</user_query>"}]}""");
        message("""
                {"role":"assistant","content":[{"type":"reasoning","text":"hm"},{"type":"redacted-reasoning","data":"x"},
                {"type":"text","text":"look"},
                {"type":"tool-call","toolCallId":"k","toolName":"Shell","args":{"command":"ls"}}]}""");
        message("""
                {"role":"tool","content":[{"type":"tool-result","toolCallId":"k","toolName":"Shell","result":"hull.txt"},
                {"type":"tool-result","toolCallId":"q","toolName":"Read","result":"no file","isError":true}]}""");
        Imported imported = read();

        assertThat(imported.lines())
                .containsExactly(
                        "HARNESS: You are an agent.",
                        "HARNESS: <user_info>\nWorkspace Path: /repo/boat\n</user_info>",
                        "PERSON: <user_query> | go | </user_query>",
                        "AGENT: thinks hm | look | call k Shell {\"command\":\"ls\"}",
                        "HARNESS: result k hull.txt | failed q no file");
        assertThat(imported.messages().get(2).created()).isEqualTo("2026-01-02T03:04:05Z");
        assertThat(imported.messages()).extracting(message -> message.uid()).doesNotContainNull();
        assertThat(imported.headers()).singleElement().satisfies(header -> {
            assertThat(header.source()).isEqualTo("cursor");
            assertThat(header.nativeId()).isEqualTo("c0ffee");
            assertThat(header.title()).isEqualTo("Paint the boat");
        });
    }

    @Test
    void theRecordMayBePlain_andASessionWithoutANameHasNoTitle() throws Exception {
        record(RECORD);
        message("{\"role\":\"user\",\"content\":\"go\"}");

        assertThat(read().headers()).singleElement().satisfies(header -> {
            assertThat(header.title()).isNull();
            assertThat(header.project()).isEqualTo("/repo");
        });
    }

    @Test
    void anotherProgramsBlobsAreRefused() throws Exception {
        record("0a20");

        assertThatExceptionOfType(NotAConversationException.class)
                .isThrownBy(this::read)
                .withMessageContaining("an SQLite database of another kind (blobs, meta)");
    }

    @Test
    void aFolderWithBothForms_isReadFromTheTranscript() throws Exception {
        record(RECORD);
        message("{\"role\":\"user\",\"content\":\"go\"}");
        Path transcripts = Files.createDirectories(folder.resolve("projects/-repo/agent-transcripts/c0ffee"));
        Path transcript = transcripts.resolve("c0ffee.jsonl");
        assertThat(new SourceReader().expand(folder).sessions()).containsExactly(database.file);

        Files.writeString(
                transcript, "{\"role\":\"user\",\"message\":{\"content\":[{\"type\":\"text\",\"text\":\"go\"}]}}\n");
        assertThat(new SourceReader().expand(folder).sessions()).containsExactly(transcript);
    }
}
