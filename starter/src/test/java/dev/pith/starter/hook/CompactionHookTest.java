package dev.pith.starter.hook;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.luben.zstd.Zstd;
import dev.pith.starter.importing.NotAConversationException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CompactionHookTest {

    @TempDir
    Path directory;

    Path transcript;

    @BeforeEach
    void name() {
        transcript = directory.resolve("session.jsonl");
    }

    @Test
    void tellsWhatTheSummaryStandsForAndNotTheSummary() throws Exception {
        session()
                .boundary()
                .nativeSummary("The NATIVE words about the shed.")
                .person("What is LATER still in sight?")
                .in(transcript);

        assertThat(answer("compact"))
                .startsWith("Notes on the part of this session")
                .contains(transcript.toString())
                .contains("- Please never paint the shed")
                .doesNotContain("NATIVE", "LATER");
    }

    @Test
    void tellsTheSameWhereTheSummaryIsNotWrittenYet() throws Exception {
        session().boundary().nativeSummary("The NATIVE words about the shed.").in(transcript);
        String after = answer("compact");
        session().boundary().in(transcript);
        assertThat(answer("compact")).isEqualTo(after);
        session().in(transcript);
        assertThat(answer("compact")).isEqualTo(after);
    }

    @Test
    void tellsWhatCameBeforeAnEarlierCompactionToo() throws Exception {
        session()
                .boundary()
                .nativeSummary("An EARLIER summary.")
                .person("Always repair the fence.")
                .agent("The fence must stay open because of the dog.")
                .boundary()
                .nativeSummary("The NATIVE words.")
                .in(transcript);

        assertThat(answer("compact"))
                .contains("Please never paint the shed", "Always repair the fence.")
                .doesNotContain("NATIVE");
    }

    @Test
    void tellsTheBranch() throws Exception {
        session().person("Now the fence.", "red-shed").agent("Done.").in(transcript);
        assertThat(answer("compact")).contains("Branch: red-shed\n");
    }

    @Test
    void readsATranscriptThatWasPackedMeanwhile() throws Exception {
        session().boundary().nativeSummary("The NATIVE words about the shed.").in(transcript);
        Path packed = directory.resolve("session.jsonl.zst");
        Files.write(packed, Zstd.compress(Files.readAllBytes(transcript)));
        Files.delete(transcript);

        assertThat(answer("compact")).contains("The whole transcript: " + packed, "- Please never paint the shed");
    }

    @Test
    void leavesOutWhatSubagentsWereTold() throws Exception {
        session().subagent("Please count the NAILS.").in(transcript);
        assertThat(answer("compact")).contains("never paint the shed").doesNotContain("NAILS");
    }

    @Test
    void staysBelowWhatAHookMaySay() throws Exception {
        ClaudeSession session = new ClaudeSession();
        for (int i = 0; i < 400; i++) {
            session.person("Internationalization must never touch src/internationalization/Considerations" + i
                    + "Characterization.java. " + "Straightforwardly misunderstanding responsibilities ".repeat(30));
        }
        session.in(transcript);
        assertThat(answer("compact").length()).isBetween(4_000, CompactionHook.MOST_CHARACTERS);
    }

    @Test
    void hasNothingToSayAtOtherStarts() throws Exception {
        session().in(transcript);
        for (String source : new String[] {"startup", "resume", "clear", ""}) {
            assertThat(answer(source)).isEmpty();
        }
        assertThat(answerTo("{\"hook_event_name\":\"PreCompact\",\"source\":\"compact\",\"transcript_path\":\"x\"}"))
                .isEmpty();
    }

    private static ClaudeSession session() {
        return new ClaudeSession()
                .person("Please never paint the shed in src/Shed.java.")
                .agent("We decided to use red because it never fades.");
    }

    private String answer(String source) throws IOException, NotAConversationException {
        return answerTo("{\"session_id\":\"s\",\"transcript_path\":\"" + transcript
                + "\",\"cwd\":\"/\",\"hook_event_name\":\"SessionStart\",\"source\":\"" + source + "\"}");
    }

    private static String answerTo(String input) throws IOException, NotAConversationException {
        return new CompactionHook().answer(new ByteArrayInputStream(input.getBytes(UTF_8)), why -> {});
    }
}
