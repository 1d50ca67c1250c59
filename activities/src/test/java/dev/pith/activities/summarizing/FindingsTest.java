package dev.pith.activities.summarizing;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Which sentences are findings. */
class FindingsTest {

    private final ExtractiveReading reading = new ExtractiveReading();

    /** Returns the findings; the agent's last words are told in the state. */
    private String findings(int budget) {
        reading.read(Sessions.agent(90, "Both pages follow."));
        String text =
                reading.draft(new Summarizer.Wish(budget, null, null, null)).text();
        int from = text.indexOf("## Findings");
        int to = text.indexOf("## Ledger");
        return from < 0 ? "" : text.substring(from, to < 0 ? text.length() : to);
    }

    @Test
    void aPersonsSentencesAreFindingsOnlyIfTheyBind() {
        StringBuilder plan = new StringBuilder("Build the harbor page.\n");
        for (int i = 0; i < 40; i++) {
            String name = "" + (char) ('a' + i / 8) + (char) ('a' + i % 8);
            plan.append("- Draw the %1$sweir beside the %1$spier with its %1$sbuoy.\n".formatted(name));
        }
        plan.append("- Never print the owner's name on the harbor page.\n");
        reading.read(Sessions.person(1, plan.toString()));
        reading.read(Sessions.agent(2, "The flags come from a table because the service has no colors."));
        reading.read(Sessions.person(3, "Go on with the tide page."));
        readManyNames();

        assertThat(findings(900)).contains("The flags come from a table").doesNotContain("Draw the");
        assertThat(reading.draft(new Summarizer.Wish(900, null, null, null)).text())
                .contains("Never print the owner's name");
    }

    @Test
    void announcementsAndThePrefaceOfAProgramsSummaryAreNone() {
        reading.read(Sessions.person(1, "Repair the gauge at the north pier."));
        reading.read(Sessions.agent(2, "Now let me check how the gauge command is defined in the harbor's page."));
        reading.read(Sessions.agent(3, "The gauge stands because its chain is broken at the north pier."));

        assertThat(findings(600)).contains("its chain is broken").doesNotContain("let me check");
    }

    @Test
    void anAgentOfFewWordsHasFindingsBesideManyNames() {
        reading.read(Sessions.person(1, "Repair the gauge at the north pier."));
        reading.read(Sessions.agent(2, "Gauge exports stand in the harbor package."));
        for (int i = 0; i < 200; i++) {
            reading.read(Sessions.shell(3, "s" + i, "ls"));
        }
        readManyNames();

        assertThat(findings(500)).contains("Gauge exports stand in the harbor package.");
    }

    @Test
    void aFileWithTheOutputOfAToolIsNoFileOfTheWork() {
        reading.read(Sessions.person(1, "Review the gauge."));
        String spilled = "/home/mira/.local/share/opencode/tool-output/tool_ccb15b9";
        reading.read(Sessions.call(2, "r", "read", "{\"filePath\":\"" + spilled + "\"}"));
        reading.read(Sessions.result(3, "r", "def readGauge(): pass\ndef readTide(): pass", false));

        assertThat(reading.draft(new Summarizer.Wish(600, null, null, null)).text())
                .doesNotContain("tool_ccb15b9:");
    }

    /** A ledger that takes all the room it gets. */
    private void readManyNames() {
        StringBuilder names = new StringBuilder();
        for (int i = 0; i < 400; i++) {
            names.append("tideGauge").append(i).append("Reader() ");
        }
        reading.read(
                Sessions.call(3, "e", "Edit", "{\"file_path\":\"/src/gauge.py\",\"new_string\":\"" + names + "\"}"));
        reading.read(Sessions.result(4, "e", "done", false));
    }
}
