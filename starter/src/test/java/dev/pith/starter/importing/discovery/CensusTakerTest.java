package dev.pith.starter.importing.discovery;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is on a machine, compared with what is stored. */
class CensusTakerTest {

    private static final String ID = "019f0000-0000-7000-8000-00000000000";

    @TempDir
    Path home;

    private void write(String name, String content) throws Exception {
        Path file = home.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, content);
    }

    private SessionCensus of(SessionProgram program, String... stored) throws Exception {
        Map<String, String> environment = Map.of();
        return new CensusTaker(
                        SessionFolders.find(environment, home),
                        environment,
                        home,
                        source -> source.equals(program.source()) ? Set.of(stored) : Set.of())
                .all().stream()
                        .filter(census -> census.program() == program)
                        .findFirst()
                        .orElseThrow();
    }

    /** The files hold nothing, so that only their paths can tell. */
    @Test
    void aPathTellsWhatIsStored() throws Exception {
        write(".claude/projects/-repo/" + ID + "1.jsonl", "");
        write(".claude/projects/-repo/" + ID + "1/subagents/agent-a1.jsonl", "");
        write(".codex/sessions/2026/rollout-2026-01-01T00-00-00-" + ID + "2.jsonl.zst", "");
        write(".copilot/session-state/c1/events.jsonl", "");
        write(".gemini/antigravity/brain/a1/.system_generated/logs/transcript.jsonl", "");

        assertThat(of(SessionProgram.CLAUDE_CODE, ID + "1", "a1").stored()).isEqualTo(2);
        assertThat(of(SessionProgram.CODEX, ID + "2").stored()).isEqualTo(1);
        assertThat(of(SessionProgram.COPILOT, "c1").stored()).isEqualTo(1);
        assertThat(of(SessionProgram.ANTIGRAVITY, "a1").stored()).isEqualTo(1);
        SessionCensus half = of(SessionProgram.CLAUDE_CODE, ID + "1");
        assertThat(half.stored()).isEqualTo(1);
        assertThat(half.refused()).isEqualTo(Map.of("an empty file", 1L));
    }

    @Test
    void ofUnknownFilesSomeAreOpened() throws Exception {
        int more = 3;
        for (int i = 0; i < ProgramCount.MOST_OPENED + more; i++) {
            write(".gemini/tmp/0b/chats/session-" + i + ".jsonl", """
                    {"sessionId":"g%d","projectHash":"h","startTime":"2026-01-01T00:00:00Z"}
                    {"id":"m","timestamp":"2026-01-01T00:00:00Z","type":"user","content":"hi"}
                    """.formatted(i % 2));
        }
        write(".gemini/tmp/0b/chats/session-0.jsonl.zst", "");

        SessionCensus census = of(SessionProgram.GEMINI, "g1");
        assertThat(census.files()).isEqualTo(ProgramCount.MOST_OPENED + more);
        assertThat(census.stored()).isBetween(48L, 52L);
        assertThat(census.stored() + census.missing()).isEqualTo(ProgramCount.MOST_OPENED);
        assertThat(census.unopened()).isEqualTo(more);
        assertThat(census.copies()).isEqualTo(1);
    }

    @Test
    void whatIsNotThereIsToldWithItsPlaces() throws Exception {
        SessionCensus none = of(SessionProgram.CLAUDE_CODE);

        assertThat(none.files()).isZero();
        assertThat(none.places())
                .containsExactly(home.resolve(".claude/projects"), home.resolve(".config/claude/projects"));
        assertThat(of(SessionProgram.OPENCODE).places())
                .containsExactly(
                        home.resolve(".local/share/opencode/storage"),
                        home.resolve(".local/share/opencode/opencode.db"));
    }
}
