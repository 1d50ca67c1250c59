package dev.pith.activities.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pith.activities.gateway.ModelCalls;
import dev.pith.workflows.model.Verdict;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** A verdict that the list of unfit ones leaves out would be counted as a failed call. */
class UnfitVerdictsTest {

    @Test
    void areAllButFit() {
        String[] expected = Arrays.stream(Verdict.values())
                .filter(verdict -> verdict != Verdict.FIT)
                .map(verdict -> "'" + verdict + "'")
                .toArray(String[]::new);
        assertThat(ModelCalls.UNFIT.split(",\\s*")).containsExactlyInAnyOrder(expected);
    }
}
