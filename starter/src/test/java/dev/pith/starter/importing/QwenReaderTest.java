package dev.pith.starter.importing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pith.starter.importing.reading.ImportOptions;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Chats of Qwen Code. */
class QwenReaderTest {

    @TempDir
    Path folder;

    private static String record(String id, String parent, String type, String more) {
        return "{\"uuid\":\"" + id + "\",\"parentUuid\":\"" + parent + "\",\"sessionId\":\"q1\",\"cwd\":\"/repo\","
                + "\"gitBranch\":\"high-tide\",\"timestamp\":\"2026-08-17T12:00:00Z\",\"type\":\"" + type + "\"," + more
                + "}\n";
    }

    private static String said(String id, String parent, String type, String parts) {
        return record(id, parent, type, "\"message\":{\"parts\":[" + parts + "]}");
    }

    private static String text(String text) {
        return "{\"text\":\"" + text + "\"}";
    }

    private static String system(String id, String parent, String subtype, String payload) {
        return record(id, parent, "system", "\"subtype\":\"" + subtype + "\",\"systemPayload\":{" + payload + "}");
    }

    private Imported read(String... lines) throws Exception {
        return Imported.text(folder, "chat.jsonl", String.join("", lines));
    }

    @Test
    void turnsAndToolsAreMessages() throws Exception {
        Imported imported = read(
                said("u1", "", "user", text("paint it") + "," + text("<qwen:user-prompt-submit-context>x")),
                said("a1", "u1", "assistant", "{\"text\":\"hm\",\"thought\":true}"),
                said(
                        "a1",
                        "u1",
                        "assistant",
                        "{\"functionCall\":{\"id\":\"k\",\"name\":\"read_file\",\"args\":{\"p\":1}}}"),
                said(
                        "r1",
                        "a1",
                        "tool_result",
                        "{\"functionResponse\":{\"id\":\"k\",\"response\":{\"error\":\"gone\"}}}"),
                said("n1", "r1", "user", text("job done")).replace("\"uuid\"", "\"subtype\":\"notification\",\"uuid\""),
                system("c1", "n1", "chat_compression", "\"compressedHistory\":[{\"parts\":[" + text("painted") + "]}]"),
                system("t1", "c1", "custom_title", "\"customTitle\":\"Paint\""),
                said("a2", "t1", "assistant", text("done")));

        assertThat(imported.lines())
                .containsExactly(
                        "PERSON: paint it | <qwen:user-prompt-submit-context>x",
                        "AGENT: thinks hm | call k read_file {\"p\":1}",
                        "HARNESS: failed k gone",
                        "HARNESS: job done",
                        "NATIVE_SUMMARY: painted",
                        "AGENT: done");
        assertThat(imported.headers()).singleElement().satisfies(header -> {
            assertThat(header.source()).isEqualTo("qwen");
            assertThat(header.nativeId()).isEqualTo("q1");
            assertThat(header.project()).isEqualTo("/repo");
        });
        assertThat(imported.describedTitle).isEqualTo("Paint");
        assertThat(imported.describedBranch).isEqualTo("high-tide");
    }

    @Test
    void aRewindAbandonsWhatFollowedItsParent() throws Exception {
        Imported imported = read(
                said("u1", "", "user", text("paint it")),
                said("a1", "u1", "assistant", text("red?")),
                system("r1", "u1", "rewind", ""),
                said("u2", "r1", "user", text("blue")));

        assertThat(imported.takenBack).containsExactly("2 to 2");
        assertThat(imported.lines()).endsWith("PERSON: blue");
    }

    @Test
    void aSubagentIsFoundInItsCallersFolder() throws Exception {
        Path chats = Files.createDirectories(folder.resolve("subagents/q0"));
        String line = said("u1", "", "user", text("count")).replace("\"uuid\"", "\"agentId\":\"g7\",\"uuid\"");
        Imported imported =
                Imported.file(Files.writeString(chats.resolve("agent-g7.jsonl"), line), ImportOptions.DEFAULT);

        assertThat(imported.headers().get(0).subagentId()).isEqualTo("g7");
        assertThat(imported.headers().get(0).parentNativeId()).isEqualTo("q0");
    }

    @Test
    void aForkIsNamedByItsFile() throws Exception {
        String fork = "019f0000-0000-7000-8000-000000000001";
        String line = said("u1", "", "user", text("on"))
                .replace("\"uuid\"", "\"forkedFrom\":{\"sessionId\":\"q0\"},\"uuid\"");
        Imported imported = Imported.text(folder, fork + ".jsonl", line);

        assertThat(imported.headers().get(0).nativeId()).isEqualTo(fork);
        assertThat(imported.headers().get(0).forkedFrom()).isEqualTo("q0");
    }
}
