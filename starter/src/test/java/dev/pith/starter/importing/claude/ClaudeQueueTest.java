package dev.pith.starter.importing.claude;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pith.starter.importing.Imported;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClaudeQueueTest {

    private static final String FIRST = line("user", "start");
    private static final String ANSWER = line("assistant", "working");

    @TempDir
    Path folder;

    private static String line(String role, String text) {
        return """
                {"type":"%s","uuid":"%s","sessionId":"s","message":{"role":"%s","content":"%s"}}
                """.formatted(role, Integer.toHexString(text.hashCode()), role, text);
    }

    private static String queue(String operation, @Nullable String content) {
        String text = content == null ? "" : ",\"content\":\"" + content + "\"";
        return "{\"type\":\"queue-operation\",\"operation\":\"" + operation + "\",\"sessionId\":\"s\"" + text + "}\n";
    }

    private Imported read(String log) throws Exception {
        return Imported.text(folder, "s.jsonl", log);
    }

    @Test
    void aPromptHandedOverInATurnStandsWhereItWasQueued() throws Exception {
        Imported imported =
                read(FIRST + queue("enqueue", "and tests?") + ANSWER + queue("remove", null) + line("user", "next"));

        assertThat(imported.lines())
                .containsExactly("PERSON: start", "PERSON: and tests?", "AGENT: working", "PERSON: next");
        assertThat(imported.messages().get(1).parentUid()).isNull();
    }

    @Test
    void aPromptThatComesAgainAsAUserLineCountsOnce() throws Exception {
        Imported imported = read(
                FIRST + queue("enqueue", "and tests?") + ANSWER + queue("dequeue", null) + line("user", "and tests?"));

        assertThat(imported.lines()).containsExactly("PERSON: start", "AGENT: working", "PERSON: and tests?");
    }

    @Test
    void severalPromptsMayComeAsOneUserLine() throws Exception {
        Imported imported =
                read(FIRST + queue("enqueue", "one") + queue("enqueue", "two") + ANSWER + line("user", "one\\ntwo"));

        assertThat(imported.lines()).containsExactly("PERSON: start", "AGENT: working", "PERSON: one\ntwo");
    }

    @Test
    void whatWasTakenBackWasNeverSaid() throws Exception {
        Imported imported = read(FIRST
                + queue("enqueue", "and tests?")
                + ANSWER
                + queue("popAll", "and tests?")
                + line("user", "and good tests?"));

        assertThat(imported.lines()).containsExactly("PERSON: start", "AGENT: working", "PERSON: and good tests?");
    }

    @Test
    void aPromptStillInTheQueueWaitsUnlessTheReadIsFinal() throws Exception {
        String log = FIRST + ANSWER + queue("enqueue", "and tests?");

        Imported open = read(log);
        assertThat(open.lines()).containsExactly("PERSON: start", "AGENT: working");
        assertThat(open.summary().notes())
                .containsExactly("a queued prompt was not taken up yet and waits for the next import");
        assertThat(Imported.text(folder, "s.jsonl", log, Imported.FINAL).lines())
                .hasSize(3);
    }

    @Test
    void anUnansweredPromptWithMessagesBehindItIsImported() throws Exception {
        assertThat(read(FIRST + queue("enqueue", "and tests?") + ANSWER).lines())
                .containsExactly("PERSON: start", "PERSON: and tests?", "AGENT: working");
    }

    @Test
    void aQueuedCommandAttachmentIsThePromptItself() throws Exception {
        Imported imported = read(FIRST + queue("enqueue", "and tests?") + """
                {"type":"attachment","uuid":"q","attachment":{"type":"queued_command","prompt":"and tests?"}}
                {"type":"attachment","uuid":"t","attachment":{"type":"todo_reminder"}}
                """ + ANSWER);

        assertThat(imported.lines()).containsExactly("PERSON: start", "PERSON: and tests?", "AGENT: working");
        assertThat(imported.messages().get(1).uid()).isEqualTo("q");
    }

    @Test
    void aQueuedNotificationIsTheHarnesss() throws Exception {
        Imported imported = read(FIRST
                + queue("enqueue", "<task-notification>done</task-notification>")
                + ANSWER
                + queue("remove", null));

        assertThat(imported.lines().get(1)).isEqualTo("HARNESS: <task-notification>done</task-notification>");
    }
}
