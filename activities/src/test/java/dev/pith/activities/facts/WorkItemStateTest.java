package dev.pith.activities.facts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pith.activities.dates.Days;
import dev.pith.activities.tokens.TokenCounter;
import java.util.List;
import org.junit.jupiter.api.Test;

class WorkItemStateTest {

    private final FactRecorder recorder = new FactRecorder();

    @Test
    void theLastStateOfAnItemHoldsInWhateverWordsItWasSaid() {
        recorder.person(1, "The status of tide-12 is open. pier-3: in progress.");
        recorder.person(2, "tide-12 is blocked by pier-3.");
        recorder.person(3, "pier-3 is now done. State of tide-12: done.");

        assertThat(lines()).contains("tide-12: done").contains("pier-3: done");
        assertThat(lines()).doesNotContain("blocked").doesNotContain("open").doesNotContain("progress");
    }

    @Test
    void theBlockerStandsWithTheItem() {
        recorder.person(1, "tide-12 is waiting for the review of pier-3.");

        assertThat(lines()).contains("tide-12: blocked by the review of pier-3");
    }

    @Test
    void plainWordsAreNoItems() {
        recorder.person(1, "The door is open. The work is done.");

        assertThat(lines()).isEmpty();
    }

    private String lines() {
        return new FactList(recorder.facts(), List.of(), Days.NONE, TokenCounter.shared()).fitting(1_000);
    }
}
