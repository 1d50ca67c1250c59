package dev.pith.starter.importing.claude;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pith.activities.conversation.ConversationHeader.Identity;
import dev.pith.activities.conversation.NewMessage;
import dev.pith.activities.conversation.Origin;
import dev.pith.activities.conversation.Role;
import dev.pith.starter.importing.Imported;
import dev.pith.starter.importing.reading.ImportOptions;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClaudeCodeReaderTest {

    @TempDir
    Path folder;

    private static String user(String uuid, @Nullable String parent, String content) {
        return """
                {"type":"user","uuid":"%s","parentUuid":%s,"sessionId":"s1","cwd":"/repo",\
                "timestamp":"2026-01-02T03:04:05.000Z","message":{"role":"user","content":%s}}
                """.formatted(uuid, parent == null ? "null" : "\"" + parent + "\"", content);
    }

    private static String assistant(String uuid, String apiId, String content) {
        return """
                {"type":"assistant","uuid":"%s","parentUuid":"x","sessionId":"s1","message":{"id":"%s",\
                "role":"assistant","model":"m","stop_reason":null,"content":%s}}
                """.formatted(uuid, apiId, content);
    }

    @Test
    void keepsEveryLineAsAMessageInFileOrder() throws Exception {
        Imported imported = Imported.text(
                folder,
                "any.name",
                """
                {"type":"file-history-snapshot","messageId":"m","snapshot":{"type":"user"},"isSnapshotUpdate":false}
                {"type":"progress","data":{"type":"hook_progress"},"uuid":"p1","sessionId":"s1"}
                {"type":"progress","data":{"message":{"type":"user"},"type":"agent_progress"},"sessionId":"s1"}
                """
                        + user("u1", null, "\"Fix the login\"")
                        + assistant("a1", "api1", "[{\"type\":\"thinking\",\"thinking\":\"hm\",\"signature\":\"x\"}]")
                        + assistant(
                                "a2",
                                "api1",
                                "[{\"type\":\"tool_use\",\"id\":\"t1\",\"name\":\"Read\",\"input\":{\"f\":1}}]")
                        + user(
                                "u2",
                                "a2",
                                "[{\"type\":\"tool_result\",\"tool_use_id\":\"t1\",\"content\":\"text\",\"is_error\":true}]")
                        + assistant("a3", "api1", "[{\"type\":\"text\",\"text\":\"Done\"}]")
                        + "{\"type\":\"summary\",\"summary\":\"Login\",\"leafUuid\":\"a3\"}\n");

        assertThat(imported.lines())
                .containsExactly(
                        "PERSON: Fix the login",
                        "AGENT: thinks hm",
                        "AGENT: call t1 Read {\"f\":1}",
                        "HARNESS: failed t1 text",
                        "AGENT: Done");
        assertThat(imported.messages()).extracting(NewMessage::uid).containsExactly("u1", "a1", "a2", "u2", "a3");
        assertThat(imported.messages())
                .extracting(NewMessage::apiMessageId)
                .containsExactly(null, "api1", "api1", null, "api1");
        assertThat(imported.messages().get(3).role()).isEqualTo(Role.USER);
        assertThat(imported.messages().get(0).created()).isEqualTo("2026-01-02T03:04:05Z");
        assertThat(imported.headers()).singleElement().satisfies(header -> {
            assertThat(header.nativeId()).isEqualTo("s1");
            assertThat(header.identity()).isEqualTo(Identity.NATIVE);
            assertThat(header.source()).isEqualTo("claude-code");
            assertThat(header.project()).isEqualTo("/repo");
            assertThat(header.subagentId()).isNull();
        });
        assertThat(imported.describedTitle).isEqualTo("Login");
        assertThat(imported.summary().ignored())
                .containsEntry("progress", 1L)
                .containsEntry("subagent progress", 1L)
                .containsEntry("file-history-snapshot", 1L);
    }

    @Test
    void tellsAPersonFromEverybodyElseInTheUserRole() throws Exception {
        Imported imported = Imported.text(
                folder,
                "s.jsonl",
                user("u1", null, "\"<command-name>/exit</command-name>\\n <command-args></command-args>\"")
                        + user("u2", "u1", "\"<local-command-stdout>Bye</local-command-stdout>\"")
                        + user(
                                "u3",
                                "u2",
                                "[{\"type\":\"text\",\"text\":\"[Request interrupted by user for tool use]\"}]")
                        + user(
                                "u4",
                                "u3",
                                "[{\"type\":\"text\",\"text\":\"<system-reminder>be kind</system-reminder>\"},"
                                        + "{\"type\":\"text\",\"text\":\"and now?\"}]")
                        + user(
                                "u5",
                                "u4",
                                "[{\"type\":\"tool_result\",\"tool_use_id\":\"t\",\"content\":\"no\"},"
                                        + "{\"type\":\"text\",\"text\":\"do it otherwise\"}]")
                        + user("u6", "u5", "\"Base directory for this skill\"")
                                .replace("{\"type\"", "{\"isMeta\":true,\"type\"")
                        + user("u7", "u6", "\"Earlier they spoke\"")
                                .replace("{\"type\"", "{\"isCompactSummary\":true,\"type\"")
                        + user("u8", "u7", "\"List files\"")
                                .replace("{\"type\"", "{\"origin\":{\"kind\":\"task-notification\"},\"type\"")
                        + user(
                                "u9",
                                "u8",
                                "[{\"type\":\"image\",\"source\":{\"type\":\"base64\",\"media_type\":\"image/png\","
                                        + "\"data\":\"AAAAAAAA\"}}]"));

        assertThat(imported.origins())
                .containsExactly(
                        Origin.HARNESS,
                        Origin.HARNESS,
                        Origin.HARNESS,
                        Origin.PERSON,
                        Origin.PERSON,
                        Origin.HARNESS,
                        Origin.NATIVE_SUMMARY,
                        Origin.HARNESS,
                        Origin.PERSON);
        assertThat(imported.messages().get(8).parts().toString())
                .contains("image/png", "size=6")
                .doesNotContain("AAAA");
    }

    @Test
    void takesTheProgramsOwnWordsFromTheModel() throws Exception {
        Imported imported = Imported.text(
                folder,
                "s.jsonl",
                user("u1", null, "\"hi\"")
                        + assistant("a1", "x", "\"API Error\"")
                                .replace("{\"type\"", "{\"isApiErrorMessage\":true,\"type\"")
                        + assistant("a2", "x", "\"No response requested.\"")
                                .replace("\"model\":\"m\"", "\"model\":\"<synthetic>\""));

        assertThat(imported.origins()).containsExactly(Origin.PERSON, Origin.HARNESS, Origin.HARNESS);
    }

    @Test
    void aLastLineStillStreamingWaitsUnlessTheReadIsFinal() throws Exception {
        String log = user("u1", null, "\"hi\"") + assistant("a1", "x", "[]");

        Imported open = Imported.text(folder, "s.jsonl", log);
        assertThat(open.messages()).hasSize(1);
        assertThat(open.summary().notes())
                .containsExactly("the last message is unfinished and waits for the next import");
        assertThat(Imported.text(folder, "s.jsonl", log, Imported.FINAL).messages())
                .hasSize(2);
        assertThat(Imported.text(folder, "s.jsonl", log + user("u2", "a1", "\"go on\""))
                        .messages())
                .hasSize(3);
    }

    @Test
    void aPersonsTitleBeatsTheTools() throws Exception {
        Imported imported = Imported.text(folder, "s.jsonl", user("u1", null, "\"hi\"") + """
                {"type":"custom-title","customTitle":"Mine","sessionId":"s1"}
                {"type":"ai-title","aiTitle":"Its","sessionId":"s1"}
                """);

        assertThat(imported.describedTitle).isEqualTo("Mine");
    }

    @Test
    void theBranchIsTheLastThatTheSessionItselfWasOn() throws Exception {
        Imported imported = Imported.text(
                folder,
                "s.jsonl",
                on("main", false)
                        + on("high-tide", false)
                        + on("", false)
                        + on("HEAD", false)
                        + on("no\\nname", false)
                        + on("elsewhere", true));

        assertThat(imported.messages()).hasSize(6);
        assertThat(imported.describedBranch).isEqualTo("high-tide");
    }

    private static String on(String branch, boolean sidechain) {
        return """
                {"type":"user","sessionId":"s1","gitBranch":"%s","isSidechain":%s,"message":{"role":"user","content":"x"}}
                """.formatted(branch, sidechain);
    }

    @Test
    void passesRepeatedIdsOnForTheStoreToJudge() throws Exception {
        Imported imported = Imported.text(folder, "s.jsonl", user("u1", null, "\"one\"") + user("u1", null, "\"two\""));

        assertThat(imported.messages()).extracting(NewMessage::uid).containsExactly("u1", "u1");
    }

    @Test
    void readsLinesWrappedInADocument() throws Exception {
        Imported imported = Imported.text(folder, "s.json", """
                {"loglines": [
                  {"type": "user", "timestamp": "2025-12-24T10:00:00.000Z", "message": {"role": "user", "content": "add"}},
                  {"type": "assistant", "message": {"role": "assistant", "content": [{"type": "text", "text": "ok"}]}}
                ]}
                """);

        assertThat(imported.lines()).containsExactly("PERSON: add", "AGENT: ok");
        assertThat(imported.headers().get(0).identity()).isEqualTo(Identity.PATH);
    }

    @Test
    void takesTheIdItIsGiven() throws Exception {
        Imported imported =
                Imported.text(folder, "s.jsonl", user("u1", null, "\"hi\""), new ImportOptions(false, "mine"));

        assertThat(imported.headers().get(0).nativeId()).isEqualTo("mine");
    }
}
