package dev.pith.starter.importing;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Agent transcripts of Cursor. */
class CursorReaderTest {

    private static final String ID = "019f0000-0000-7000-8000-000000000001";

    @TempDir
    Path folder;

    private static String line(String role, String content) {
        return "{\"role\":\"" + role + "\",\"message\":{\"content\":[" + content + "]},\"novelty\":1}\n";
    }

    private static String text(String text) {
        return "{\"type\":\"text\",\"text\":\"" + text + "\"}";
    }

    private static String call(String name) {
        return "{\"type\":\"tool_use\",\"name\":\"" + name + "\",\"input\":{\"p\":1}}";
    }

    @Test
    void callsGetIdsAndPromptsTheirTime() throws Exception {
        Imported imported = Imported.text(
                folder,
                ID + ".jsonl",
                line("user", text("<user_info>\\nWorkspace Path: /repo\\n</user_info>"))
                        + line(
                                "user",
                                text("<timestamp>Sunday, Jul 26, 2026, 1:06 PM (UTC+3)</timestamp>\\n"
                                        + "<user_query>\\npaint it\\n</user_query>"))
                        + line("assistant", text("Looking.") + "," + call("Read") + "," + call("Shell"))
                        + line(
                                "user",
                                "{\"type\":\"tool_result\",\"tool_use_id\":\"t1\",\"content\":\"a b\"},"
                                        + "{\"type\":\"tool-result\",\"name\":\"Shell\",\"content\":\"c\"}")
                        + "{\"type\":\"turn_ended\",\"status\":\"success\"}\n"
                        + line("user", text("and now?")));

        assertThat(imported.lines())
                .containsExactly(
                        "HARNESS: <user_info>\nWorkspace Path: /repo\n</user_info>",
                        "PERSON: <timestamp>Sunday, Jul 26, 2026, 1:06 PM (UTC+3)</timestamp>\n<user_query>"
                                + " | paint it | </user_query>",
                        "AGENT: Looking. | call call_1 Read {\"p\":1} | call call_2 Shell {\"p\":1}",
                        "HARNESS: result call_1 a b | result call_2 c",
                        "PERSON: and now?");
        assertThat(imported.messages().get(0).created()).isNull();
        assertThat(imported.messages().get(2).created()).isEqualTo("2026-07-26T10:06:00Z");
        assertThat(imported.describedProject).isEqualTo("/repo");
        assertThat(imported.headers()).singleElement().satisfies(header -> {
            assertThat(header.source()).isEqualTo("cursor");
            assertThat(header.nativeId()).isEqualTo(ID);
        });
        assertThat(imported.summary().ignored()).containsEntry("turn_ended", 1L);
    }

    @Test
    void aSubagentIsFoundInItsCallersFolder() throws Exception {
        Path below = Files.createDirectories(folder.resolve("agent-transcripts/" + ID + "/subagents"));
        Imported imported = Imported.text(below, "child.jsonl", line("user", text("count")));

        assertThat(imported.headers().get(0).subagentId()).isEqualTo("child");
        assertThat(imported.headers().get(0).parentNativeId()).isEqualTo(ID);
    }
}
