package dev.pith.activities.summarizing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CheckReportTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "All tests pass ✅",
                "All 7 new tests pass (5 unit + 2 integration)",
                "That’s fine — lint passes cleanly.",
                "The test is failing as expected.",
                "Integration tests pass (with race detector)",
            })
    void aSentenceThatTellsOnlyTheOutcomeOfChecksIsAReport(String sentence) {
        assertThat(CheckReport.of(sentence)).isNotNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Bug 1 test fails because the gauge reads in feet.",
                "The tide tests pass in metres only.",
                "`TideTest` fails: 3 tests failed",
                "Without the chart all tests fail.",
                "All moorings hold now.",
                "Tests were added.",
                "Ready to merge.",
                "Everything is clean.",
                "",
            })
    void aSentenceThatTellsMoreOrNoOutcomeIsNone(String sentence) {
        assertThat(CheckReport.of(sentence)).isNull();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            All tests pass.                  | The integration tests are failing. | true
            All tests pass, lint is clean.   | Lint fails with 3 issues.          | true
            The unit tests pass now.         | The unit tests fail.               | true
            The unit tests pass now.         | The integration tests are failing. | false
            The unit tests pass now.         | The tests are failing.             | false
            Lint passes.                     | All 40 tests pass.                 | false
            All tests pass.                  | The build fails.                   | false
            """)
    void aReportMakesAnEarlierOneOnTheSameChecksVoid(String later, String earlier, boolean voids) {
        assertThat(Objects.requireNonNull(CheckReport.of(later)).voids(Objects.requireNonNull(CheckReport.of(earlier))))
                .isEqualTo(voids);
    }

    @Test
    void aReportThatHoldsIsAFinding_howeverShort() {
        var reading = new ExtractiveReading();
        reading.read(Sessions.person(1, "Repair the gauge."));
        reading.read(Sessions.agent(2, "The full suite of integration tests is still failing with 7 errors."));
        reading.read(Sessions.agent(3, "Lint fails with 3 issues."));
        reading.read(Sessions.agent(4, "Lint passes."));
        reading.read(Sessions.agent(5, "The north pier got a second gauge."));

        assertThat(reading.draft(new Summarizer.Wish(600, null, null, null)).text())
                .contains("still failing", "- Lint passes.")
                .doesNotContain("3 issues");
    }

    @Test
    void onlyTheLastReportIsAFinding() {
        var reading = new ExtractiveReading();
        reading.read(Sessions.person(1, "Repair the gauge."));
        reading.read(Sessions.agent(2, "The integration tests are still failing."));
        reading.read(Sessions.agent(3, "The gauge reads in feet because its chart is the old one."));
        reading.read(Sessions.agent(4, "All 40 tests pass now, lint is clean."));
        reading.read(Sessions.agent(5, "The north pier got a second gauge."));

        assertThat(reading.draft(new Summarizer.Wish(600, null, null, null)).text())
                .contains("All 40 tests pass now", "The gauge reads in feet", "a second gauge")
                .doesNotContain("still failing");
    }

    @Test
    void aNoticeThatAProgramAppendsToAPlanIsNoRequest() {
        var reading = new ExtractiveReading();
        reading.read(
                Sessions.person(
                        1,
                        "Implement the following plan:\n\nRepair the gauge.\n\nIf you need specific "
                                + "details from before exiting plan mode (like exact code snippets), read the full transcript at: /x/y"));

        assertThat(reading.draft(new Summarizer.Wish(600, null, null, null)).text())
                .contains("Repair the gauge.")
                .doesNotContain("plan mode");
    }

    @Test
    void aPersonsOwnWordsLikeTheNoticeStay() {
        String own =
                "Implement the following plan:\n\nThe text\nIf you need specific details from before exiting plan mode"
                        + " is to be replaced.";
        assertThat(AppendedNotice.removed(own)).isEqualTo(own);
    }
}
