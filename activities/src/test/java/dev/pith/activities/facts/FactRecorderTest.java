package dev.pith.activities.facts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pith.activities.dates.Days;
import dev.pith.activities.tokens.TokenCounter;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FactRecorderTest {

    private static final int ROOM = 1_000;

    private final FactRecorder recorder = new FactRecorder();

    @Test
    void aLaterValueReplacesAnEarlierOne() {
        recorder.person(1, "The port is 5412.");
        recorder.person(5, "FINAL: the port is 5413.");

        assertThat(lines()).contains("port: 5413").doesNotContain("5412");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "timeout = 30                  | The timeout should be 60.              | timeout: 60",
                "timeout = 30                  | The timeout changed to 60.             | timeout: 60",
                "the region is eu-1            | The region changed from eu-1 to us-2.  | region: us-2",
                "The port is 80.               | The port is no longer 80, but 81.      | port: 81",
                "The port is 83.               | The port is not 84.                    | port: 83",
                "The port is 83.               | Is the port 84?                        | port: 83",
                "port: 5000                    | port: 5000 was wrong, use 6000         | port: 6000",
                "timeout: 30                   | new timeout: 60                        | timeout: 60",
                "timeout: 30                   | final value for timeout: 60            | timeout: 60",
                "api-1 reports to Ann          | api-1 now reports to Bob               | api-1 now reports to Bob",
                "gate-x is deployed in eu-1    | gate-x is now deployed in eu-2         | gate-x is now deployed in eu-2",
                "端口是5432。                   | 端口不是5433。                           | 端口: 5432",
                "端口是5432。                   | 端口是5433吗？                           | 端口: 5432",
                "The password is Hunter2!      | password: p@ss;word=1                  | password: p@ss;word=1",
                "name: tide-1                  | state.tideName = tideName              | name: tide-1"
            })
    void whatIsCorrectedInOrdinaryWordsHolds(String first, String second, String fact) {
        recorder.person(1, first);
        recorder.person(2, second);

        assertThat(lines()).isEqualTo("- " + fact + "\n");
    }

    @Test
    void whatAPersonFencesIsSaid_howeverManyLinesItHas() {
        String settings = IntStream.range(0, 14)
                .mapToObj(i -> "GATE_" + i + "=pier-" + i + "\n")
                .collect(Collectors.joining());
        recorder.person(1, "The settings:\n\nStaging:\n```\n" + settings + "```\nPlease keep them.");

        assertThat(lines()).startsWith("- Staging: GATE_0=pier-0; ").endsWith("GATE_13=pier-13\n");
    }

    @Test
    void aRemovedLineOfADiffIsNoFact() {
        recorder.person(
                1,
                "Look:\ndiff --git a/tide.conf b/tide.conf\n--- a/tide.conf\n+++ b/tide.conf\n@@ -1 +1 @@\n"
                        + "-db.port = 8080\n+db.port = 9090\n\nThe keeper is Casey-1.");

        assertThat(lines()).isEqualTo("- keeper: Casey-1\n");
    }

    @Test
    void outputDoesNotCorrectWhatAPersonSaid() {
        recorder.person(1, "branch: tide-2");
        recorder.answer(2, "bash", null, "branch: main-7");

        assertThat(lines()).contains("branch: tide-2").doesNotContain("main-7");
    }

    @Test
    void anAgentsCorrectionHoldsAndMattersAsMuch() {
        recorder.person(1, "port: 5412");
        recorder.agent(2, "port: 5413");

        assertThat(lines()).contains("port: 5413").doesNotContain("5412");
    }

    @Test
    void aMessageThatSaysOfItselfThatItDoesNotHoldHasNoFacts() {
        recorder.person(1, "port: 5412; pier: B-7. This note is provisional and will be replaced.");
        recorder.person(2, "berth: C-9. These values replace the obsolete ones.");

        assertThat(lines()).contains("berth: C-9").doesNotContain("5412").doesNotContain("B-7");
    }

    @Test
    void whatAProgramPrintsIsAFactOnceItIsUsed() {
        recorder.answer(1, "bash", null, "job id: tide-4711\nexit code: 1\nother id: pier-4712");
        assertThat(lines()).isEmpty();

        recorder.call(2, "cancel tide-4711");
        recorder.agent(3, "I cancel tide-4711 now.");

        assertThat(lines()).contains("job id: tide-4711").doesNotContain("4712").doesNotContain("exit code");
    }

    @Test
    void anAnsweringToolIsBelieved() {
        recorder.answer(1, "database_query", null, "Query completed. Exact row count: 1243.");
        recorder.answer(2, "get_job", null, "{\"job\":{\"id\":\"j-77\",\"state\":\"held\"}}");

        assertThat(lines()).contains("Exact row count: 1243").contains("job.id: j-77; job.state: held");
    }

    @Test
    void aShortConfigurationIsReadUnderItsSections() {
        recorder.answer(
                1, "read", "/srv/tide.toml", "     1→[pool]\n     2→size = 12 # at most\n     3→name = \"berth\"");
        recorder.answer(2, "read", "/srv/tide.yaml", "gate:\n  open:\n    at: 06:30\n  keeper: Casey\n");

        assertThat(lines())
                .contains("tide.toml: pool.size: 12; pool.name: berth")
                .contains("tide.yaml: gate.open.at: 06:30; gate.keeper: Casey");
    }

    @Test
    void factsOfOneShapeShareTheirWordsAndTheirValues() {
        recorder.person(1, "Probe output for p-1: X1; Probe output for p-2: X2; Probe output for p-3: X3");
        recorder.person(2, "w-1=DONE; w-2=OPEN; w-3=DONE; w-4=DONE");

        assertThat(lines())
                .contains("- Probe output for: p-1=X1; p-2=X2; p-3=X3\n")
                .contains("- DONE: w-1, w-3, w-4\n- OPEN: w-2\n");
    }

    @Test
    void whatStandsAboveIsNotSaidTwice() {
        recorder.person(1, "port: 5413; pier: B-7");

        assertThat(new FactList(recorder.facts(), List.of("the Port is 5413"), Days.NONE, TokenCounter.shared())
                        .fitting(ROOM))
                .isEqualTo("- pier: B-7\n");
    }

    @Test
    void theMostUsedFitASmallRoom() {
        IntStream.range(0, 50)
                .forEach(i -> recorder.person(i, "berth of ship" + (char) ('a' + i % 26) + i + "x: pier-" + i));
        recorder.person(60, "the keeper is Casey");
        recorder.agent(61, "I ask pier-7 again. And pier-7.");
        String lines = new FactList(recorder.facts(), List.of(), Days.NONE, TokenCounter.shared()).fitting(60);

        assertThat(TokenCounter.shared().strict(lines)).isLessThanOrEqualTo(60);
        assertThat(lines).contains("keeper: Casey").contains("pier-7");
    }

    @Test
    void oneKeyAssignedTenThousandTimesIsOneFact() {
        IntStream.range(0, 10_000).forEach(i -> recorder.person(i, "tide=" + i));

        assertThat(recorder.facts().all()).singleElement().satisfies(fact -> {
            assertThat(fact.value()).isEqualTo("9999");
            assertThat(fact.said()).isEqualTo(10_000);
        });
    }

    @Test
    void aMillionFactsAreBounded() {
        IntStream.range(0, 100)
                .forEach(i -> recorder.person(
                        i,
                        IntStream.range(0, 1_500)
                                .mapToObj(j -> "k" + i + "-" + j + "=v" + j)
                                .reduce((a, b) -> a + "; " + b)
                                .orElseThrow()));

        assertThat(recorder.facts().all()).hasSize(Facts.MOST);
    }

    @Test
    void joinedRangesEqualOnePass() {
        List<String> said = List.of(
                "port: 5412; pier: B-7",
                "the keeper is Casey",
                "port: 5413",
                "ownership transfers to Gray",
                "pier: B-8");
        IntStream.range(0, said.size()).forEach(i -> recorder.person(i, said.get(i)));
        for (int cut = 0; cut <= said.size(); cut++) {
            FactRecorder first = new FactRecorder();
            FactRecorder second = new FactRecorder();
            for (int i = 0; i < said.size(); i++) {
                (i < cut ? first : second).person(i, said.get(i));
            }
            assertThat(first.facts().then(second.facts())).isEqualTo(recorder.facts());
        }
    }

    @Test
    void aSentenceWithAReplacedValueOnlyIsOutdated() {
        recorder.person(1, "The port is 5412.");
        recorder.person(5, "FINAL: the port is 5413.");

        assertThat(recorder.facts().isOutdated("I use port 5412 for the gauge."))
                .isTrue();
        assertThat(recorder.facts().isOutdated("The port went from 5412 to 5413."))
                .isFalse();
        assertThat(recorder.facts().isOutdated("Gauge 5412 is at the pier.")).isFalse();
    }

    @Test
    void whatEditingToolsReportAndGitPrintsIsNoFact() {
        recorder.answer(1, "edit", null, "All uses of 'tide_a' were successfully replaced with tide_b-2");
        recorder.answer(2, "bash", null, "modified: harbor/tide-7.go");
        recorder.agent(3, "I look at tide_b-2 and harbor/tide-7.go.");

        assertThat(lines()).isEmpty();
    }

    private String lines() {
        return new FactList(recorder.facts(), List.of(), Days.NONE, TokenCounter.shared()).fitting(ROOM);
    }
}
