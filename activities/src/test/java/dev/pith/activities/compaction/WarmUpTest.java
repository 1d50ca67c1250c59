package dev.pith.activities.compaction;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pith.activities.redaction.Redactor;
import org.junit.jupiter.api.Test;

/** It goes through what a summary goes through: requests, commands, names, the text for a model. */
class WarmUpTest {

    @Test
    void writesASummaryWithRequestsAndNames() {
        assertThat(WarmUp.withoutModel().text()).contains("Please mend", "tides19.py", "pytest");
    }

    @Test
    void writesWhatAModelWouldBeSent() {
        assertThat(WarmUp.withModel(Redactor.on())).contains("<transcript>", "low_water");
    }
}
