package dev.pith.starter.importing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pith.activities.conversation.ConversationHeader;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Logs of Copilot CLI. */
class CopilotReaderTest {

    private static final String START = event(
            "e1",
            "session.start",
            "\"sessionId\":\"c1\",\"producer\":\"copilot-agent\",\"context\":{\"cwd\":\"/repo\",\"branch\":\"high-tide\"}");

    @TempDir
    Path folder;

    private static String event(String id, String type, String data) {
        return "{\"type\":\"" + type + "\",\"data\":{" + data + "},\"id\":\"" + id
                + "\",\"timestamp\":\"2026-03-26T17:50:34Z\",\"parentId\":null}\n";
    }

    private static String user(String id, String text) {
        return event(id, "user.message", "\"content\":\"" + text + "\",\"attachments\":[]");
    }

    private static String reply(String id, String text, String more) {
        return event(id, "assistant.message", "\"content\":\"" + text + "\"" + more);
    }

    private static String calls(String call) {
        return ",\"toolRequests\":[{\"toolCallId\":\"" + call + "\",\"name\":\"bash\",\"arguments\":{\"c\":1}}]";
    }

    private static String result(String id, String call, String more) {
        return event(id, "tool.execution_complete", "\"toolCallId\":\"" + call + "\"," + more);
    }

    private Imported read(String... lines) throws Exception {
        return Imported.text(folder, "events.jsonl", START + String.join("", lines));
    }

    @Test
    void turnsAndToolsAreMessages() throws Exception {
        Imported imported = read(
                user("e2", "paint it"),
                event("e3", "assistant.reasoning", "\"content\":\"hm\""),
                reply("e4", "", calls("k")),
                event(
                        "e5",
                        "tool.execution_start",
                        "\"toolCallId\":\"k\",\"toolName\":\"bash\",\"arguments\":{\"c\":1}"),
                result("e6", "k", "\"success\":true,\"result\":{\"content\":\"a b\"}"),
                event("e7", "tool.execution_start", "\"toolCallId\":\"l\",\"toolName\":\"view\",\"arguments\":{}"),
                result("e8", "l", "\"success\":false,\"error\":{\"message\":\"no\"}"),
                event("e9", "session.compaction_complete", "\"success\":true,\"summaryContent\":\"painted\""),
                event("f1", "system.notification", "\"content\":\"agent idle\""),
                event("f2", "user.message", "\"content\":\"go on\",\"source\":\"autopilot\""),
                event("f3", "session.title_changed", "\"title\":\"Paint\""),
                event("f4", "novelty", "\"a\":1"),
                reply("f5", "done", ",\"reasoningText\":\"ok\""));

        assertThat(imported.lines())
                .containsExactly(
                        "PERSON: paint it",
                        "AGENT: thinks hm | call k bash {\"c\":1}",
                        "HARNESS: result k a b",
                        "AGENT: call l view {}",
                        "HARNESS: failed l no",
                        "NATIVE_SUMMARY: painted",
                        "HARNESS: agent idle",
                        "HARNESS: go on",
                        "AGENT: thinks ok | done");
        assertThat(imported.headers()).singleElement().satisfies(header -> {
            assertThat(header.source()).isEqualTo("copilot");
            assertThat(header.nativeId()).isEqualTo("c1");
            assertThat(header.project()).isEqualTo("/repo");
        });
        assertThat(imported.describedTitle).isEqualTo("Paint");
        assertThat(imported.describedBranch).isEqualTo("high-tide");
        assertThat(imported.summary().ignored()).containsEntry("novelty", 1L);
    }

    @Test
    void aRewindAbandonsItsEventAndWhatFollows() throws Exception {
        Imported imported = read(
                user("e2", "red"),
                reply("e3", "ok", ""),
                user("e4", "blue"),
                reply("e5", "ok", ""),
                event("e6", "session.snapshot_rewind", "\"upToEventId\":\"e4\",\"eventsRemoved\":2"),
                user("e7", "green"));

        assertThat(imported.takenBack).containsExactly("3 to 4");
        assertThat(imported.messages()).hasSize(5);
    }

    @Test
    void aSubagentIsAConversationOfItsOwn() throws Exception {
        String below = "\"parentToolCallId\":\"k\",";
        Imported imported = read(
                user("e2", "count the nails"),
                reply("e3", "", calls("k")),
                reply("e4", "12 nails", "").replace("\"data\":{", "\"data\":{" + below),
                result("e5", "k", "\"success\":true,\"result\":{\"content\":\"12\"}"));

        assertThat(imported.headers())
                .extracting(ConversationHeader::subagentId)
                .containsExactly(null, "k");
        assertThat(imported.headers().get(1).parentNativeId()).isEqualTo("c1");
        assertThat(imported.all().get(1)).hasSize(1);
    }
}
