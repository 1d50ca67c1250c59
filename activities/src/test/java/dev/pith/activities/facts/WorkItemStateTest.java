package dev.pith.activities.facts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pith.activities.dates.Days;
import dev.pith.activities.tokens.TokenCounter;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "T-5 is done.     | T-5 is not done.                 | T-5: not done",
                "T-5 is done.     | Reopened T-5, the index is wrong. | T-5: reopened",
                "T-4 is blocked.  | T-4 is unblocked.                | T-4: unblocked",
                "T-3 is blocked.  | T-3 isn't blocked anymore.       | T-3: not blocked anymore",
                "Task T-2 is open. | T-2 is closed.                  | T-2: closed",
                "T-7 is open.     | T-7 will be done by Ann.         | T-7: open",
                "T-9 is open.     | Tell me when T-9 is done.        | T-9: open",
                "T-9 is open.     | I wish T-9 was done.             | T-9: open",
                "T-9 is open.     | Is T-9 done?                     | T-9: open"
            })
    void aStateThatIsTakenBackOrOnlyWishedForDoesNotHold(String first, String second, String state) {
        recorder.person(1, first);
        recorder.person(2, second);

        assertThat(lines()).isEqualTo("- " + state + "\n");
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
