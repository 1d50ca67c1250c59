package dev.pith.activities.summarizing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class TopicsTest {

    @Test
    void whatSharesARareNameStandsTogetherAndTheNewestWorkAtTheEnd() {
        assertThat(Topics.order(List.of(
                        "The leak is in harbor/pump.go.",
                        "The gauge_reader polls too often.",
                        "pump.go was not the cause, harbor/pump.go only logs it.",
                        "The table is sorted wrongly.",
                        "gauge_reader now polls each minute.")))
                .containsExactly(0, 2, 3, 1, 4);
    }

    @Test
    void sentencesWithoutNamesKeepTheirOrder() {
        assertThat(Topics.order(List.of("One thing.", "Another thing.", "A third thing.")))
                .containsExactly(0, 1, 2);
    }
}
