package dev.pith.starter.importing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import dev.pith.starter.importing.reading.ImportOptions;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Transcripts of Antigravity. */
class AntigravityReaderTest {

    @TempDir
    Path folder;

    private Path logs;

    @BeforeEach
    void logs() throws Exception {
        logs = Files.createDirectories(folder.resolve("brain/a1/.system_generated/logs"));
    }

    private static String step(int index, String source, String type, String status, String more) {
        return "{\"step_index\":" + index + ",\"source\":\"" + source + "\",\"type\":\"" + type + "\",\"status\":\""
                + status + "\",\"created_at\":\"2026-06-26T21:16:16Z\"," + more + "}\n";
    }

    private static String content(String text) {
        return "\"content\":\"" + text + "\"";
    }

    private Imported read(String... steps) throws Exception {
        return Imported.text(logs, "transcript.jsonl", String.join("", steps));
    }

    @Test
    void stepsAreMessagesAndResultsFollowTheirCalls() throws Exception {
        Imported imported = read(
                step(
                        0,
                        "USER_EXPLICIT",
                        "USER_INPUT",
                        "DONE",
                        content(
                                "<USER_REQUEST>\\npaint it\\n</USER_REQUEST>\\n<ADDITIONAL_METADATA>x</ADDITIONAL_METADATA>")),
                step(1, "SYSTEM", "CONVERSATION_HISTORY", "DONE", "\"x\":1"),
                step(
                        2,
                        "MODEL",
                        "PLANNER_RESPONSE",
                        "DONE",
                        "\"thinking\":\"hm\",\"tool_calls\":[{\"name\":\"run_command\",\"args\":"
                                + "{\"CommandLine\":\"\\\"ls\\\"\",\"Cwd\":\"\\\"/repo\\\"\",\"Note\":\"1 thing\"}},"
                                + "{\"name\":\"view_file\",\"args\":{\"StartLine\":\"3\"}}]"),
                step(3, "MODEL", "RUN_COMMAND", "ERROR", content("no such folder")),
                step(4, "MODEL", "VIEW_FILE", "DONE", content("red")),
                step(5, "SYSTEM", "CHECKPOINT", "DONE", content("# Resuming from a compaction")),
                step(6, "SYSTEM", "SYSTEM_MESSAGE", "DONE", content("a task ended")),
                step(7, "MODEL", "PLANNER_RESPONSE", "DONE", content("Painted.")),
                step(7, "MODEL", "PLANNER_RESPONSE", "DONE", content("Twice.")));

        assertThat(imported.lines())
                .containsExactly(
                        "PERSON: <USER_REQUEST> | paint it | </USER_REQUEST>\n<ADDITIONAL_METADATA>x</ADDITIONAL_METADATA>",
                        "AGENT: thinks hm | call call_1 run_command {\"CommandLine\":\"ls\",\"Cwd\":\"/repo\",\"Note\":\"1 thing\"}"
                                + " | call call_2 view_file {\"StartLine\":3}",
                        "HARNESS: failed call_1 no such folder",
                        "HARNESS: result call_2 red",
                        "NATIVE_SUMMARY: # Resuming from a compaction",
                        "HARNESS: a task ended",
                        "AGENT: Painted.",
                        "AGENT: Twice.");
        assertThat(imported.messages()).extracting("uid").containsExactly("0", "2", "3", "4", "5", "6", "7", "7#2");
        assertThat(imported.describedProject).isEqualTo("/repo");
        assertThat(imported.headers()).singleElement().satisfies(header -> {
            assertThat(header.source()).isEqualTo("antigravity");
            assertThat(header.nativeId()).isEqualTo("a1");
        });
        assertThat(imported.summary().ignored()).containsEntry("CONVERSATION_HISTORY", 1L);
    }

    @Test
    void aResultOfAnEarlierReplyIsNotTakenForOneOfTheNext() throws Exception {
        String call = "\"tool_calls\":[{\"name\":\"run_command\",\"args\":{}}]";
        Imported imported = read(
                step(0, "MODEL", "PLANNER_RESPONSE", "DONE", call),
                step(1, "MODEL", "PLANNER_RESPONSE", "DONE", call),
                step(2, "MODEL", "RUN_COMMAND", "DONE", content("b")));

        assertThat(imported.lines()).endsWith("HARNESS: result call_2 b");
    }

    @Test
    void aRunningStepWaits() throws Exception {
        Imported imported = read(
                step(0, "USER_EXPLICIT", "USER_INPUT", "DONE", content("paint it")),
                step(1, "MODEL", "PLANNER_RESPONSE", "RUNNING", content("Look")));

        assertThat(imported.lines()).containsExactly("PERSON: paint it");
    }

    @Test
    void theWholeTranscriptIsReadInsteadOfTheShortenedOne() throws Exception {
        String steps = step(0, "USER_EXPLICIT", "USER_INPUT", "DONE", content("paint it"));
        Path shortened = Files.writeString(logs.resolve("transcript.jsonl"), steps);
        assertThat(new SourceReader().expand(folder).sessions()).containsExactly(shortened);

        Path whole = Files.writeString(logs.resolve("transcript_full.jsonl"), steps);
        assertThat(new SourceReader().expand(folder).sessions()).containsExactly(whole);
        assertThatIOException()
                .isThrownBy(() -> Imported.file(shortened, ImportOptions.DEFAULT))
                .withMessage("it is the shortened copy of transcript_full.jsonl in the same folder: import that file");
    }
}
