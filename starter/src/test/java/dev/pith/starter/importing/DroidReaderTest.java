package dev.pith.starter.importing;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Sessions of Droid, and the events that it prints. */
class DroidReaderTest {

    private static final String TIME = "\"timestamp\":\"2026-01-02T03:04:05.000Z\"";

    @TempDir
    Path folder;

    private static String start(String more) {
        return "{\"type\":\"session_start\",\"id\":\"d1\",\"title\":\"paint it\",\"owner\":\"me\",\"version\":2,"
                + "\"cwd\":\"/repo\"" + more + "}\n";
    }

    private static String message(String id, String role, String content, String more) {
        return "{\"type\":\"message\",\"id\":\"" + id + "\",\"parentId\":\"p\"," + TIME + ",\"message\":{\"role\":\""
                + role + "\",\"content\":[" + content + "]" + more + "}}\n";
    }

    private static String text(String text) {
        return "{\"type\":\"text\",\"text\":\"" + text + "\"}";
    }

    private static String event(String type, String more) {
        return "{\"type\":\"" + type + "\",\"session_id\":\"s1\"," + TIME + "," + more + "}\n";
    }

    private Imported read(String lines) throws Exception {
        return Imported.text(folder, "d1.jsonl", lines);
    }

    @Test
    void aSessionHasItsMessagesCallsAndCompactions() throws Exception {
        Imported imported = read(start(",\"sessionTitle\":\"Paint\"")
                + message(
                        "m1",
                        "user",
                        text("<system-reminder>\\nbe brief\\n</system-reminder>") + "," + text("paint it"),
                        "")
                + message(
                        "m2",
                        "assistant",
                        "{\"type\":\"thinking\",\"thinking\":\"hm\",\"signature\":\"x\"},"
                                + "{\"type\":\"tool_use\",\"id\":\"t\",\"name\":\"Execute\",\"input\":{\"p\":1}}",
                        "")
                + message(
                        "m3",
                        "user",
                        "{\"type\":\"tool_result\",\"tool_use_id\":\"t\",\"content\":\"no\",\"is_error\":true}",
                        "")
                + message("m4", "user", "", ",\"hookEventName\":\"Stop\"")
                + message("m5", "user", text("skills"), ",\"visibility\":\"llm_only\"")
                + "{\"type\":\"todo_state\",\"id\":\"t\",\"todos\":[]}\n"
                + "{\"type\":\"compaction_state\",\"id\":\"c\"," + TIME
                + ",\"summaryText\":\"painted\",\"removedCount\":3}\n");

        assertThat(imported.lines())
                .containsExactly(
                        "PERSON: <system-reminder>\nbe brief\n</system-reminder> | paint it",
                        "AGENT: thinks hm | call t Execute {\"p\":1}",
                        "HARNESS: failed t no",
                        "HARNESS: skills",
                        "NATIVE_SUMMARY: painted");
        assertThat(imported.messages().get(1).uid()).isEqualTo("m2");
        assertThat(imported.messages().get(1).created()).isEqualTo("2026-01-02T03:04:05Z");
        assertThat(imported.headers()).singleElement().satisfies(header -> {
            assertThat(header.source()).isEqualTo("droid");
            assertThat(header.nativeId()).isEqualTo("d1");
            assertThat(header.title()).isEqualTo("Paint");
            assertThat(header.project()).isEqualTo("/repo");
            assertThat(header.subagentId()).isNull();
        });
        assertThat(imported.summary().ignored()).containsEntry("todo_state", 1L);
    }

    @Test
    void aSessionNamesItsCallerOrTheOneItWasCutFrom() throws Exception {
        Imported called = read(start(",\"callingSessionId\":\"d0\",\"callingToolUseId\":\"t\"")
                + message("m1", "user", text("count"), ""));
        Imported fork = read(start(",\"parent\":\"d0\"") + message("m1", "user", text("count"), ""));

        assertThat(called.headers().get(0).subagentId()).isEqualTo("d1");
        assertThat(called.headers().get(0).parentNativeId()).isEqualTo("d0");
        assertThat(fork.headers().get(0).forkedFrom()).isEqualTo("d0");
    }

    @Test
    void printedEventsAreAConversationOfTheirOwn() throws Exception {
        Imported imported = read(event("system", "\"subtype\":\"init\",\"cwd\":\"/repo\",\"tools\":[\"Execute\"]")
                + event("message", "\"role\":\"user\",\"text\":\"paint it\",\"id\":\"m1\"")
                + event("tool_call", "\"id\":\"c\",\"toolName\":\"Execute\",\"parameters\":{\"p\":1}")
                + event("tool_result", "\"id\":\"c\",\"value\":{\"stdout\":\"\",\"exitCode\":1}")
                + event("message", "\"role\":\"assistant\",\"text\":\"Painted.\",\"id\":\"m2\"")
                + event("completion", "\"finalText\":\"Painted.\",\"id\":\"end\"")
                + event("error", "\"message\":\"Authentication failed.\""));

        assertThat(imported.lines())
                .containsExactly(
                        "PERSON: paint it",
                        "AGENT: call c Execute {\"p\":1}",
                        "HARNESS: failed c {\"stdout\":\"\",\"exitCode\":1}",
                        "AGENT: Painted.");
        assertThat(imported.headers().get(0).nativeId()).endsWith("d1.jsonl");
        assertThat(imported.describedProject).isEqualTo("/repo");
        assertThat(imported.summary().ignored()).containsEntry("completion", 1L).containsEntry("error", 1L);
    }
}
