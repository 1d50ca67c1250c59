package dev.pith.starter.importing;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a program took back without a branch in its log. */
class TakenBackTest {

    private static final String ROLLED_BACK = """
            {"timestamp":"2026-01-02T03:04:07Z","type":"event_msg","payload":{"type":"thread_rolled_back","num_turns":%d}}
            """;

    @TempDir
    Path folder;

    private static String turn(String text) {
        return """
                {"timestamp":"2026-01-02T03:04:05Z","type":"response_item","payload":{"type":"message","role":"user",\
                "content":[{"type":"input_text","text":"%1$s"}]}}
                {"timestamp":"2026-01-02T03:04:06Z","type":"response_item","payload":{"type":"message","role":"assistant",\
                "content":[{"type":"output_text","text":"done: %1$s"}]}}
                """.formatted(text);
    }

    private Imported codex(String log) throws Exception {
        return Imported.text(folder, "rollout.jsonl", log);
    }

    @Test
    void codex_lastTurnsRolledBack_areTakenBack() throws Exception {
        assertThat(codex(turn("one") + turn("two") + turn("three") + ROLLED_BACK.formatted(2) + turn("four")).takenBack)
                .containsExactly("3 to 6");
    }

    @Test
    void codex_secondRollback_countsWhatIsLeft() throws Exception {
        String log = turn("one") + turn("two") + ROLLED_BACK.formatted(1) + turn("three") + ROLLED_BACK.formatted(2);

        assertThat(codex(log).takenBack).containsExactly("3 to 4", "1 to 6");
    }

    @Test
    void codex_moreTurnsThanThereAre_takesAllBack() throws Exception {
        assertThat(codex(turn("one") + ROLLED_BACK.formatted(9)).takenBack).containsExactly("1 to 2");
    }

    private Imported opencode(String revert) throws Exception {
        return Imported.text(folder, "export.json", """
                {"info":{"id":"ses_1","directory":"/w","revert":%s},
                 "messages":[{"info":{"id":"m1","role":"user"},"parts":[{"id":"p1","type":"text","text":"one"}]},
                             {"info":{"id":"m2","role":"user"},
                              "parts":[{"id":"p2","type":"text","text":"two"},{"id":"p3","type":"text","text":"three"}]},
                             {"info":{"id":"m3","role":"user"},"parts":[{"id":"p4","type":"text","text":"four"}]}]}
                """.formatted(revert));
    }

    @Test
    void opencode_revertedMessages_areTakenBack() throws Exception {
        assertThat(opencode("{\"messageID\":\"m2\"}").takenBack).containsExactly("2 to 3");
        assertThat(opencode("null").takenBack).isEmpty();
    }

    @Test
    void opencode_revertedPart_leavesWhatStandsBeforeIt() throws Exception {
        Imported imported = opencode("{\"messageID\":\"m2\",\"partID\":\"p3\"}");

        assertThat(imported.lines()).containsExactly("PERSON: one", "PERSON: two", "PERSON: four");
        assertThat(imported.takenBack).containsExactly("3 to 3");
    }
}
