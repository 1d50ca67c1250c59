package dev.pith.activities.summarizing;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CheckReportTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "All tests pass ✅",
                "All 7 new tests pass (5 unit + 2 integration)",
                "`mise run lint` - 0 issues, all tests pass",
                "That’s fine — lint passes cleanly.",
                "The test is failing as expected.",
                "Integration tests pass (with race detector)",
                "所有测试已通过。",
            })
    void aSentenceThatTellsOnlyTheOutcomeOfChecksIsAReport(String sentence) {
        assertThat(CheckReport.is(sentence)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Bug 1 test fails because the gauge reads in feet.",
                "The tide tests pass in metres only.",
                "`TideTest` fails",
                "All moorings hold now.",
                "Tests were added.",
                "Ready to merge.",
                "测试水位",
                "",
            })
    void aSentenceThatTellsMoreOrNoOutcomeIsNone(String sentence) {
        assertThat(CheckReport.is(sentence)).isFalse();
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
}
