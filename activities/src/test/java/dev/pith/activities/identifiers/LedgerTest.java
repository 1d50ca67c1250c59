package dev.pith.activities.identifiers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pith.activities.tokens.TokenCounter;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LedgerTest {

    private final TokenCounter counter = TokenCounter.shared();

    @Test
    void filesStandInATreeWithTheirSymbols() {
        assertThat(ledger(session()).fitting("", 2_000)).isEqualTo("""
                        Files (* edited) with symbols:
                        harbor/
                          ship.go*: castOff moorShip
                          tide.go*: readTide
                        Other files: docs/{a.md,b.md}
                        Other symbols: looseName
                        Commands: make tide-table
                        Env: TIDE_PATH
                        """);
    }

    @Test
    void aPathHasOneNameHoweverItWasWritten() {
        TraceRecorder recorder = new TraceRecorder();
        recorder.call(Source.EDIT, "/home/keeper/work/harbor/ship.go", List.of(), List.of());
        recorder.words(Source.AGENT, "I changed ship.go, that is harbor/ship.go.");

        assertThat(ledger(recorder).fitting("", 200))
                .contains("harbor/ship.go*")
                .doesNotContain("Other files");
    }

    @ParameterizedTest
    @CsvSource({
        "C:\\Users\\Mo Ödin\\work, C:\\Users\\Mo Ödin\\work\\harbor\\ship.cs, harbor\\ship.cs",
        "C:\\work, c:/work/harbor\\ship.cs, harbor/ship.cs",
        "C:/work/, C:/work/harbor/ship.cs, C:\\work\\harbor\\ship.cs",
        "\\\\files\\work, \\\\files\\work\\harbor\\ship.cs, harbor/ship.cs"
    })
    void aPathOfWindowsIsOneFileToldFromTheProject(String project, String edited, String said) {
        TraceRecorder recorder = new TraceRecorder();
        recorder.call(Source.EDIT, edited, List.of("class MoorShip {}"), List.of());
        recorder.words(Source.AGENT, "I changed " + said + ", and D:\\other\\tide.cs.");

        assertThat(new Ledger(recorder.traces(), project, Set.of(), counter).fitting("", 200))
                .isEqualTo("""
                        Files (* edited) with symbols:
                        harbor/ship.cs*: MoorShip
                        Other files: D:/other/tide.cs
                        """);
    }

    @Test
    void twoFilesOfOneNameStayTwo() {
        TraceRecorder recorder = new TraceRecorder();
        recorder.words(Source.AGENT, "Both harbor/ship.go and yard/ship.go; and ship.go.");

        assertThat(ledger(recorder).fitting("", 200)).contains("harbor/ship.go", "yard/ship.go", " ship.go");
    }

    @Test
    void whatStandsBesideItIsLeftOutButForEditedFiles() {
        String said = "The fix in harbor/ship.go reads TIDE_PATH.";
        String text = ledger(session()).fitting(said, 60);

        assertThat(text).contains("ship.go*").doesNotContain("TIDE_PATH");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 5, 12, 30, 60, 120, 500})
    void neverTakesMoreThanItsRoom(int room) {
        assertThat(counter.strict(ledger(session()).fitting("", room))).isLessThanOrEqualTo(room);
    }

    private Ledger ledger(TraceRecorder recorder) {
        return new Ledger(recorder.traces(), "/home/keeper/work", Set.of(), counter);
    }

    private static TraceRecorder session() {
        TraceRecorder recorder = new TraceRecorder();
        recorder.words(Source.PERSON, "Read docs/a.md and docs/b.md; looseName matters.");
        recorder.call(Source.CALL, null, List.of("TIDE_PATH=x make tide-table"), List.of("make tide-table"));
        recorder.call(Source.EDIT, "/home/keeper/work/harbor/tide.go", List.of("func readTide() {}"), List.of());
        recorder.call(
                Source.EDIT,
                "/home/keeper/work/harbor/ship.go",
                List.of("func moorShip() {}\nfunc castOff() {}", "moorShip()"),
                List.of());
        return recorder;
    }
}
