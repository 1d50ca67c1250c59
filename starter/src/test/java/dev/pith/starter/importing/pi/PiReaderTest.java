package dev.pith.starter.importing.pi;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pith.activities.conversation.NewMessage;
import dev.pith.starter.importing.Imported;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PiReaderTest {

    private static final String HEADER = "{\"type\":\"session\",\"version\":3,\"id\":\"p1\",\"cwd\":\"/repo\"}\n";

    @TempDir
    Path folder;

    private static String entry(String id, String parent, String message) {
        return "{\"type\":\"message\",\"id\":\"%s\",\"parentId\":\"%s\",\"timestamp\":\"2026-01-02T03:04:05Z\",\"message\":%s}\n"
                .formatted(id, parent, message);
    }

    private Imported read(String log) throws Exception {
        return Imported.text(folder, "s.jsonl", log);
    }

    @Test
    void readsEveryKindOfEntry() throws Exception {
        Imported imported = read(HEADER
                + "{\"type\":\"model_change\",\"id\":\"x\",\"parentId\":null,\"modelId\":\"m\"}\n"
                + entry("e1", "x", "{\"role\":\"user\",\"content\":[{\"type\":\"text\",\"text\":\"go\"}]}")
                + entry(
                        "e2",
                        "e1",
                        "{\"role\":\"assistant\",\"stopReason\":\"toolUse\",\"content\":["
                                + "{\"type\":\"thinking\",\"thinking\":\"hm\"},"
                                + "{\"type\":\"toolCall\",\"id\":\"k\",\"name\":\"read\",\"arguments\":{\"p\":1}}]}")
                + entry(
                        "e3",
                        "e2",
                        "{\"role\":\"toolResult\",\"toolCallId\":\"k\",\"isError\":true,"
                                + "\"content\":[{\"type\":\"text\",\"text\":\"no\"}]}")
                + entry("e4", "e3", "{\"role\":\"bashExecution\",\"command\":\"ls\",\"output\":\"a\",\"exitCode\":0}")
                + "{\"type\":\"compaction\",\"id\":\"e5\",\"parentId\":\"e4\",\"summary\":\"they spoke\"}\n"
                + "{\"type\":\"custom_message\",\"id\":\"e6\",\"parentId\":\"e5\",\"content\":\"put in\"}\n"
                + "{\"type\":\"session_info\",\"name\":\"Mine\"}\n");

        assertThat(imported.lines())
                .containsExactly(
                        "PERSON: go",
                        "AGENT: thinks hm | call k read {\"p\":1}",
                        "HARNESS: failed k no",
                        "HARNESS: call bash e4 bash ls | result bash e4 a",
                        "NATIVE_SUMMARY: they spoke",
                        "HARNESS: put in");
        assertThat(imported.messages())
                .extracting(NewMessage::parentUid)
                .containsExactly("x", "e1", "e2", "e3", "e4", "e5");
        assertThat(imported.headers().get(0).nativeId()).isEqualTo("p1");
        assertThat(imported.headers().get(0).project()).isEqualTo("/repo");
        assertThat(imported.describedTitle).isEqualTo("Mine");
    }

    /** OpenClaw embeds pi: its log differs in nothing that matters here. */
    @Test
    void readsTheLogOfAProgramThatEmbedsIt() throws Exception {
        Imported imported = read("{\"type\":\"session\",\"id\":\"claw\",\"version\":3,\"cwd\":\"/repo\"}\n"
                + entry("m1", "claw", "{\"role\":\"user\",\"content\":[{\"type\":\"text\",\"text\":\"go\"}]}"));

        assertThat(imported.headers().get(0).source()).isEqualTo("pi");
        assertThat(imported.lines()).containsExactly("PERSON: go");
    }

    @Test
    void aReplyWithoutStopReasonWaitsWhileItIsTheLast() throws Exception {
        String log = HEADER
                + entry("e1", "x", "{\"role\":\"user\",\"content\":\"go\"}")
                + entry("e2", "e1", "{\"role\":\"assistant\",\"content\":[{\"type\":\"text\",\"text\":\"on\"}]}");

        assertThat(read(log).lines()).containsExactly("PERSON: go");
        assertThat(Imported.text(folder, "s.jsonl", log, Imported.FINAL).messages())
                .hasSize(2);
        assertThat(read(log + entry("e3", "e2", "{\"role\":\"user\",\"content\":\"well?\"}"))
                        .messages())
                .hasSize(3);
    }

    /** Its summary of the branch left behind comes before the request in the log, and must not be left behind with it. */
    @Test
    void aRequestAfterGoingBackHangsUnderTheMessageThatItWentBackTo() throws Exception {
        String log = HEADER
                + entry("e1", "x", "{\"role\":\"user\",\"content\":\"go\"}")
                + entry("e2", "e1", "{\"role\":\"assistant\",\"stopReason\":\"stop\",\"content\":[]}")
                + "{\"type\":\"thinking_level_change\",\"id\":\"t1\",\"parentId\":\"e2\"}\n"
                + entry("e3", "t1", "{\"role\":\"user\",\"content\":\"the wrong way\"}")
                + "{\"type\":\"branch_summary\",\"id\":\"b1\",\"parentId\":\"e2\",\"summary\":\"it was wrong\"}\n"
                + "{\"type\":\"model_change\",\"id\":\"c1\",\"parentId\":\"b1\"}\n"
                + entry("e4", "c1", "{\"role\":\"user\",\"content\":\"the right way\"}");
        Imported imported = read(log);

        assertThat(imported.lines().subList(2, 5))
                .containsExactly("PERSON: the wrong way", "PERSON: the right way", "HARNESS: it was wrong");
        assertThat(imported.messages()).extracting(NewMessage::parentUid).containsExactly("x", "e1", "e2", "e2", "e2");
    }
}
