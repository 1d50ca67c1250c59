package dev.pith.starter.importing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.pith.activities.conversation.ConversationHeader;
import dev.pith.activities.conversation.NewMessage;
import dev.pith.activities.conversation.Origin;
import dev.pith.starter.importing.reading.ImportOptions;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Sessions in opencode's database, of opencode 1 and of opencode 2. */
class OpencodeDatabaseTest {

    private static final String USER = "{\"role\":\"user\",\"time\":{\"created\":1767323045000}}";
    private static final String AGENT =
            "{\"role\":\"assistant\",\"parentID\":\"msg_1\",\"time\":{\"created\":1767323046000,\"completed\":1767323047000}}";
    private static final String TOOL =
            "{\"type\":\"tool\",\"tool\":\"bash\",\"callID\":\"k\",\"state\":{\"status\":\"completed\",\"input\":{\"c\":1},\"output\":\"ok\"}}";

    @TempDir
    Path folder;

    OpencodeDatabaseFile database;

    @BeforeEach
    void create() throws Exception {
        database = new OpencodeDatabaseFile(folder.resolve("opencode.db"));
    }

    @AfterEach
    void close() throws Exception {
        database.close();
    }

    private Imported read() throws Exception {
        return Imported.file(database.file, ImportOptions.DEFAULT);
    }

    private static String text(String text) {
        return "{\"type\":\"text\",\"text\":\"" + text + "\"}";
    }

    @Test
    void everySessionIsAConversationWithItsMessagesInOrder() throws Exception {
        database.session("ses_1", null, "Paint");
        database.message("ses_1", "msg_1", USER, text("go"), text("on"));
        database.message("ses_1", "msg_2", AGENT, "{\"type\":\"reasoning\",\"text\":\"hm\"}", TOOL, text("done"));
        database.session("ses_2", "ses_1", "Count");
        database.message("ses_2", "msg_3", USER, text("count"));
        Imported imported = read();

        assertThat(imported.lines())
                .containsExactly(
                        "PERSON: go | on",
                        "AGENT: thinks hm | call k bash {\"c\":1} | result k ok | done",
                        "PERSON: count");
        assertThat(imported.messages()).extracting(NewMessage::uid).containsExactly("msg_1", "msg_2", "msg_3");
        assertThat(imported.messages().get(1).parentUid()).isEqualTo("msg_1");
        assertThat(imported.headers()).extracting(ConversationHeader::nativeId).containsExactly("ses_1", "ses_2");
        assertThat(imported.headers().get(0).title()).isEqualTo("Paint");
        assertThat(imported.headers().get(0).project()).isEqualTo("/repo");
        assertThat(imported.headers().get(0).subagentId()).isNull();
        assertThat(imported.headers().get(1).parentNativeId()).isEqualTo("ses_1");
        assertThat(imported.summary().format()).isEqualTo("opencode");
        assertThat(imported.summary().notes()).isEmpty();
    }

    @Test
    void aSessionIsTheSameInTheDatabaseAndInItsJson() throws Exception {
        database.session("ses_1", "ses_0", "Paint");
        database.message("ses_1", "msg_1", USER, text("go"));
        database.message("ses_1", "msg_2", AGENT, TOOL);
        Imported exported = Imported.text(folder, "export.json", """
                {"info":{"id":"ses_1","parentID":"ses_0","title":"Paint","directory":"/repo"},"messages":[
                {"info":%s,"parts":[%s]},{"info":%s,"parts":[%s]}]}""".formatted(
                        USER.replace("{\"role\"", "{\"id\":\"msg_1\",\"role\""),
                        text("go"),
                        AGENT.replace("{\"role\"", "{\"id\":\"msg_2\",\"role\""),
                        TOOL));

        assertThat(read().headers()).isEqualTo(exported.headers());
        assertThat(read().messages()).isEqualTo(exported.messages());
    }

    @Test
    void whatOpencode1MarksIsKept() throws Exception {
        database.session("ses_1", null, "Paint");
        database.message("ses_1", "msg_1", USER, "{\"type\":\"text\",\"text\":\"put in\",\"synthetic\":true}");
        database.message("ses_1", "msg_2", AGENT.replace("\"parentID\"", "\"summary\":true,\"parentID\""), text("sum"));
        database.message("ses_1", "msg_3", USER, text("no, blue"));
        database.message("ses_1", "msg_4", "{\"role\":\"assistant\",\"time\":{\"created\":1}}", text("and"));
        database.run("UPDATE session SET revert = ?", "{\"messageID\":\"msg_3\"}");
        Imported imported = read();

        assertThat(imported.origins())
                .containsExactly(Origin.HARNESS, Origin.NATIVE_SUMMARY, Origin.PERSON, Origin.AGENT);
        assertThat(imported.takenBack).containsExactly("3 to 4");
        database.run("UPDATE session SET revert = NULL");
        assertThat(read().messages()).hasSize(3);
        assertThat(read().summary().notes())
                .containsExactly("the last message is unfinished and waits for the next import");
    }

    @Test
    void messagesOfOpencode2() throws Exception {
        database.session2("ses_1", null, null, null);
        database.message2("ses_1", "msg_1", "user", """
                {"text":"go","files":[{"uri":"file:///a.png","mime":"image/png","name":"a.png"}],"time":{"created":1767323045001}}""");
        database.message2("ses_1", "msg_2", "model-switched", "{\"model\":{\"id\":\"m\"}}");
        database.message2("ses_1", "msg_3", "assistant", """
                {"content":[{"type":"reasoning","text":"hm"},{"type":"text","text":"look"},
                {"type":"tool","id":"k1","name":"shell","state":{"status":"completed","input":{"c":1},
                "content":[{"type":"text","text":"a"},{"type":"text","text":"b"},{"type":"file","uri":"x","mime":"y","name":"z"}]}},
                {"type":"tool","id":"k2","name":"read","state":{"status":"error","input":{},"error":{"type":"e","message":"no"}}}],
                "finish":"stop","time":{"created":2,"completed":3}}""");
        database.message2("ses_1", "msg_4", "synthetic", "{\"text\":\"put in\"}");
        database.message2("ses_1", "msg_5", "shell", """
                {"shellID":"sh_1","command":"ls","status":"exited","output":{"output":"x","size":1}}""");
        database.message2("ses_1", "msg_6", "compaction", """
                {"status":"completed","reason":"auto","summary":"They spoke.","recent":"go"}""");
        database.message2("ses_1", "msg_7", "idle", "{\"outcome\":\"succeeded\"}");
        database.message2("ses_1", "msg_8", "assistant", "{\"content\":[],\"time\":{\"created\":9}}");
        Imported imported = read();

        assertThat(imported.lines())
                .containsExactly(
                        "PERSON: go | [attachment a.png]",
                        "AGENT: thinks hm | look | call k1 shell {\"c\":1} | result k1 a\nb | [attachment z]"
                                + " | call k2 read {} | failed k2 no",
                        "HARNESS: put in",
                        "AGENT: call sh_1 shell {\"command\":\"ls\"} | result sh_1 x",
                        "NATIVE_SUMMARY: They spoke.");
        assertThat(imported.messages().get(0).created()).isEqualTo("2026-01-02T03:04:05.001Z");
        assertThat(imported.messages().get(2).created()).isAfter("2026-01-01T00:00:00Z");
        assertThat(imported.summary().ignored()).containsEntry("idle", 1L).containsEntry("model-switched", 1L);
        assertThat(imported.summary().notes())
                .containsExactly("the last message is unfinished and waits for the next import");
    }

    @Test
    void subagentsAndForksOfOpencode2() throws Exception {
        database.session2("ses_1", null, null, "Paint");
        database.message2("ses_1", "msg_1", "user", "{\"text\":\"go\"}");
        database.session2("ses_2", "ses_1", null, "Count");
        database.message2("ses_2", "msg_2", "user", "{\"text\":\"count\"}");
        database.session2("ses_3", null, "ses_1", "Paint again");
        database.message2("ses_3", "msg_3", "user", "{\"text\":\"go\"}");

        assertThat(read().headers())
                .extracting(ConversationHeader::subagentId, ConversationHeader::parentNativeId)
                .containsExactly(tuple(null, null), tuple("ses_2", "ses_1"), tuple(null, null));
        assertThat(read().headers().get(2).forkedFrom()).isEqualTo("ses_1");
    }

    @Test
    void aSessionThatOpencode2TookOverIsReadOnce() throws Exception {
        database.session("ses_1", null, "Paint");
        database.message("ses_1", "msg_1", USER, text("go"), text("on"));
        database.message("ses_1", "msg_2", AGENT, TOOL);
        Imported before = read();
        database.session2("ses_1", null, null, "Paint it");
        database.copied("ses_1", "msg_1", "user", "{\"text\":\"go\\non\"}");
        database.copied("ses_1", "msg_2", "assistant", "{\"content\":[],\"finish\":\"stop\"}");
        Imported copied = read();
        database.message2("ses_1", "msg_3", "user", "{\"text\":\"and the door\"}");
        Imported continued = read();

        assertThat(copied.messages()).isEqualTo(before.messages());
        assertThat(copied.headers().get(0).title()).isEqualTo("Paint it");
        assertThat(continued.messages()).hasSize(3).startsWith(before.messages().toArray(NewMessage[]::new));
        assertThat(continued.lines()).endsWith("PERSON: and the door");
    }

    @Test
    void whatOpencode2TookBackOfAnOlderSessionIsLeftOut() throws Exception {
        database.session("ses_1", null, "Paint");
        database.message("ses_1", "msg_1", USER, text("go"));
        database.message("ses_1", "msg_2", USER, text("taken back"));
        database.session2("ses_1", null, null, "Paint");
        database.copied("ses_1", "msg_1", "user", "{\"text\":\"go\"}");
        database.message2("ses_1", "msg_3", "user", "{\"text\":\"on\"}");

        assertThat(read().lines()).containsExactly("PERSON: go", "PERSON: on");
    }

    @Test
    void aProjectionBesideTheMessagesOfOpencode1IsNotReadToo() throws Exception {
        database.session("ses_1", null, "Paint");
        database.message("ses_1", "msg_1", USER, text("go"));
        database.copied("ses_1", "msg_1", "user", "{\"text\":\"go\"}");
        database.message2("ses_1", "msg_2", "user", "{\"text\":\"more\"}");

        assertThat(read().lines()).containsExactly("PERSON: go");
    }

    @Test
    void rowsWithoutAnObjectAreSkippedAndCounted() throws Exception {
        database.session("ses_1", null, "Paint");
        database.message("ses_1", "msg_1", USER, text("go"), "[]");
        database.message("ses_1", "msg_2", "null", text("lost"));
        database.message("ses_1", "msg_3", USER, text("on"));
        Imported imported = read();

        assertThat(imported.lines()).containsExactly("PERSON: go", "PERSON: on");
        assertThat(imported.summary().notes()).containsExactly("rows that hold no JSON object were skipped: 2");
    }

    @Test
    void ofADamagedCopyNothingIsRevisedOrAbandoned() throws Exception {
        for (int i = 1; i <= 2; i++) {
            database.session("ses_" + i, null, "Paint");
            database.message("ses_" + i, "msg_" + i + "1", USER, text("go " + i));
            database.message("ses_" + i, "msg_" + i + "2", AGENT, text("look"), text("done"));
            database.message("ses_" + i, "msg_" + i + "3", USER, text("no, blue"));
        }
        Imported whole = read();
        database.run("UPDATE session SET revert = ? WHERE id = 'ses_1'", "{\"messageID\":\"msg_11\"}");
        database.run("UPDATE part SET data = ? WHERE id = 'prt_msg_121'", "{\"type\":\"te");
        Imported damaged = read();

        assertThat(damaged.takenBack).isEmpty();
        assertThat(damaged.all().get(0)).isEqualTo(whole.all().get(0).subList(0, 1));
        assertThat(damaged.all().get(1)).isEqualTo(whole.all().get(1));
        assertThat(damaged.summary().notes())
                .containsExactly("session ses_1 cannot be read to its end: the database is damaged"
                        + " (the JSON in row prt_msg_121 breaks off)");
        database.run("UPDATE message SET data = ? WHERE id = 'msg_21'", "{\"role\":\"us");
        assertThat(read().lines()).containsExactly("PERSON: go 1");
    }

    @Test
    void aCopyIsKnownByItsContent() throws Exception {
        database.session("ses_1", null, "Paint");
        database.message("ses_1", "msg_1", USER, text("go"));
        Path copy = folder.resolve("a 100% copy? #1");
        database.run("VACUUM INTO '" + copy + "'");

        assertThat(Imported.file(copy, ImportOptions.DEFAULT).lines()).containsExactly("PERSON: go");
        assertThat(folder.toFile().list((unused, name) -> name.contains("copy")))
                .containsExactly("a 100% copy? #1");
    }
}
