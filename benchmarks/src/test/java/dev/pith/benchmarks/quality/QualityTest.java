package dev.pith.benchmarks.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.pith.activities.summarizing.ExtractiveSummarizer;
import dev.pith.benchmarks.quality.Probe.Kind;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The measure finds what is planted: it would be worth nothing if it could not fail. */
class QualityTest {

    /** All that is asked about the made-up session, answered. */
    private static final String RIGHT = """
            ## Requests
            - Build the tide table for the harbor. Never round the water levels, the pilots need centimeters.
            - Now print the table with one line for each hour of the day.

            ## State
            Branch: tides
            Last edited: src/table.py
            Failed, not seen to pass since: `python -m pytest tests/test_table.py 2>&1 | tail -2` — exit 0: 1 failed
            Failed, not seen to pass since: `grep -n level src/missing.py` — exit 2
            Failed, not seen to pass since: `python -m pytest tests/test_table.py` — exit 1: FAILED
            To do as of message 13, 1 done:
            - (begun) Print the table

            ## Ledger
            Files (* edited) with symbols:
            src/
              gauge.py*: read_gauge never_named
              table.py*: print_table
            Flags: --never --ever
            """;

    private Cut cut = new Cut("", "", "", List.of(), List.of(), null, null);

    @BeforeEach
    void cut() throws IOException, URISyntaxException {
        List<Cut> cuts = Cutter.of(session());
        assertThat(cuts).hasSize(1);
        cut = cuts.get(0);
    }

    @Test
    void cutsAtTheCompaction() {
        assertThat(cut.summary()).startsWith("This session is being continued");
        assertThat(cut.head().lines()).hasSize(25).noneMatch(line -> line.contains("compact_boundary"));
        assertThat(cut.after()).hasSize(3);
        assertThat(cut.branch()).isEqualTo("tides");
    }

    @Test
    void theRightSummaryAnswersAllAndSaysNothingStale() {
        SummaryText summary = new SummaryText(RIGHT);

        assertThat(Probes.of(cut)).hasSize(Kind.values().length);
        assertThat(unanswered(summary)).isEmpty();
        assertThat(new StaleLines(summary, cut.before()).refuted()).isEmpty();
        assertThat(new StaleLines(summary, cut.before()).checked()).isEqualTo(4);
    }

    @ParameterizedTest
    @MethodSource("mistakes")
    void aWrongAnswerIsNoAnswer(Set<Kind> kinds, String right, String wrong) {
        assertThat(RIGHT).contains(right);
        assertThat(unanswered(new SummaryText(RIGHT.replace(right, wrong)))).isEqualTo(kinds);
    }

    static Stream<Arguments> mistakes() {
        return Stream.of(
                arguments(Set.of(Kind.EDIT), "Last edited: src/table.py", "Last edited: src/gauge.py"),
                arguments(Set.of(Kind.EDIT), "Last edited: src/table.py", "Last edited: other/table.py"),
                arguments(Set.of(Kind.EDIT), "Last edited: src/table.py", "It edited src/table.py"),
                arguments(Set.of(Kind.FAILURE), "src/missing.py` — exit 2", "src/missing.py` — exit 1"),
                arguments(Set.of(Kind.BREAKAGE), "test_table.py` — exit 1", "test_table.py` — exit 12"),
                arguments(Set.of(Kind.OPEN), "2>&1 | tail -2`", "2>&1 | tail -9`"),
                arguments(Set.of(Kind.BRANCH, Kind.BRANCH_FIELD), "Branch: tides", "Branch: tide"),
                arguments(Set.of(Kind.BRANCH, Kind.BRANCH_FIELD), "Branch: tides", "It is on tides"),
                arguments(Set.of(Kind.CONSTRAINT), "Never round the water levels, the pilots", "Now that"),
                arguments(Set.of(Kind.REQUEST), "- Now print the table with one line for each hour", "- Now"));
    }

    @ParameterizedTest
    @CsvSource({
        "(begun) Print the table, Read the gauge files",
        "Failed, 'Failed, not seen to pass since: `make tide 2>&1` — exit 2\nFailed'",
        "not seen to pass since: `python -m pytest tests/test_table.py` , mended since: `python -m pytest tests/test_table.py` ",
        "grep -n level, grep -n nothing"
    })
    void aLineThatTheSessionRefutesIsFound(String right, String wrong) {
        String planted = RIGHT.replaceFirst(Pattern.quote(right), wrong.replace("\\n", "\n"));

        assertThat(planted).isNotEqualTo(RIGHT);
        assertThat(new StaleLines(new SummaryText(planted), cut.before()).refuted())
                .hasSize(1);
    }

    @Test
    void filesReadAgainAreLookedUpInBothSummaries() {
        Rereads again = new Rereads(cut);

        assertThat(again.count()).isEqualTo(1);
        assertThat(again.named(new SummaryText(RIGHT))).isEqualTo(1);
        assertThat(again.withSymbol(new SummaryText(RIGHT))).isEqualTo(1);
        assertThat(again.withSymbol(new SummaryText(RIGHT.replace("read_gauge", "write_gauge"))))
                .isZero();
        assertThat(again.named(new SummaryText(RIGHT.replace("gauge.py", "gauges.py"))))
                .isZero();
        assertThat(again.named(new SummaryText(Objects.requireNonNull(cut.summary()))))
                .isEqualTo(1);
    }

    @Test
    void namesThatWereNeverUsedAreCounted() {
        LedgerUse use = new LedgerUse(new SummaryText(RIGHT), cut.after());

        assertThat(use.lines()).isEqualTo(3);
        assertThat(use.unusedLines()).isEqualTo(1);
        assertThat(use.names()).isEqualTo(7);
        assertThat(use.unusedNames()).isEqualTo(5);
        assertThat(use.classes().get("Flags")).containsExactly(2, 2);
    }

    @Test
    void aStudyOfTheProductPrintsItsTables() throws IOException, URISyntaxException {
        Study study = new Study(new ExtractiveSummarizer(), null);
        study.add(Objects.requireNonNull(session().getParent()));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        study.print(new PrintStream(out, true, StandardCharsets.UTF_8), true);

        assertThat(out.toString(StandardCharsets.UTF_8))
                .contains("| native × 1.0 | 1 | ")
                .contains("| native × 0.25 | 1 | ")
                .contains(" line 20, last failure: grep -n level src/missing.py → exit 2")
                .doesNotContain("control");
    }

    private Set<Kind> unanswered(SummaryText summary) {
        return Probes.of(cut).stream()
                .filter(probe -> !probe.answers().test(summary))
                .map(Probe::kind)
                .collect(Collectors.toSet());
    }

    private static Path session() throws URISyntaxException {
        return Path.of(Objects.requireNonNull(QualityTest.class.getResource("/quality/tides.jsonl"))
                .toURI());
    }
}
