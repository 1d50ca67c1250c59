package dev.pith.starter.importing;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Logs of Kimi Code. */
class KimiReaderTest {

    private static final String HEADER = "{\"type\":\"metadata\",\"protocol_version\":\"1.4\",\"created_at\":1}\n";

    @TempDir
    Path folder;

    private static String record(String type, String more) {
        return "{\"type\":\"" + type + "\"," + more + ",\"time\":1785612812819}\n";
    }

    private static String said(String text, String kind) {
        return record(
                "context.append_message",
                "\"message\":{\"role\":\"user\",\"content\":[{\"type\":\"text\",\"text\":\"" + text
                        + "\"}],\"origin\":{\"kind\":\"" + kind + "\"}}");
    }

    private static String event(String type, String more) {
        return record("context.append_loop_event", "\"event\":{\"type\":\"" + type + "\"," + more + "}");
    }

    private static String part(String step, String kind, String text) {
        return event(
                "content.part",
                "\"stepUuid\":\"" + step + "\",\"part\":{\"type\":\"" + kind + "\",\"" + kind + "\":\"" + text + "\"}");
    }

    private Imported read(String agent, String... lines) throws Exception {
        Path place = Files.createDirectories(folder.resolve("session_k1/agents/" + agent));
        return Imported.text(place, "wire.jsonl", HEADER + String.join("", lines));
    }

    @Test
    void turnsAndToolsAreMessages() throws Exception {
        Files.createDirectories(folder.resolve("session_k1"));
        Files.writeString(folder.resolve("session_k1/state.json"), "{\"title\":\"Paint\",\"workDir\":\"/repo\"}");
        Imported imported = read(
                "main",
                record("turn.prompt", "\"input\":[]"),
                said("paint it", "user"),
                event("step.begin", "\"uuid\":\"s1\""),
                part("s1", "think", "hm"),
                part("s1", "text", "Looking."),
                event("tool.call", "\"stepUuid\":\"s1\",\"toolCallId\":\"k\",\"name\":\"Read\",\"args\":{\"p\":1}"),
                event("tool.result", "\"toolCallId\":\"k\",\"result\":{\"output\":\"gone\",\"isError\":true}"),
                event("step.end", "\"uuid\":\"s1\""),
                said("remember the list", "injection"),
                record("context.apply_compaction", "\"summary\":\"painted\",\"contextSummary\":\"x\""),
                event("step.begin", "\"uuid\":\"s2\""),
                event("step.end", "\"uuid\":\"s2\""));

        assertThat(imported.lines())
                .containsExactly(
                        "PERSON: paint it",
                        "AGENT: thinks hm | Looking. | call k Read {\"p\":1}",
                        "HARNESS: failed k gone",
                        "HARNESS: remember the list",
                        "NATIVE_SUMMARY: painted");
        assertThat(imported.headers()).singleElement().satisfies(header -> {
            assertThat(header.source()).isEqualTo("kimi");
            assertThat(header.nativeId()).isEqualTo("session_k1");
            assertThat(header.title()).isEqualTo("Paint");
            assertThat(header.project()).isEqualTo("/repo");
        });
        assertThat(imported.messages().get(1).uid()).isEqualTo("s1");
    }

    @Test
    void anUndoAbandonsTurns() throws Exception {
        Imported imported = read(
                "main",
                said("red", "user"),
                said("blue", "user"),
                said("a reminder", "injection"),
                record("context.undo", "\"count\":1"),
                said("green", "user"));

        assertThat(imported.takenBack).containsExactly("2 to 3");
        assertThat(imported.messages()).hasSize(4);
    }

    @Test
    void aStepWithoutItsEndWaits() throws Exception {
        String[] lines = {said("paint it", "user"), event("step.begin", "\"uuid\":\"s1\""), part("s1", "text", "Look")};

        assertThat(read("main", lines).messages()).hasSize(1);
        assertThat(read("main", lines).summary().notes())
                .containsExactly("the last message is unfinished and waits for the next import");
    }

    @Test
    void aSubagentIsAConversationOfItsOwn() throws Exception {
        Imported imported = read("agent-0", said("count", "system_trigger"));

        assertThat(imported.headers().get(0).subagentId()).isEqualTo("agent-0");
        assertThat(imported.headers().get(0).parentNativeId()).isEqualTo("session_k1");
    }
}
