package dev.pith.activities.dates;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class DaysTest {

    private static final LocalDate FIRST = LocalDate.of(2026, 3, 4);

    @Test
    void aMessageIsOfTheDayThatBeganLastBeforeIt() {
        Days days = Days.NONE.with(3, FIRST).with(5, FIRST).with(9, FIRST.plusDays(2));

        assertThat(days.starts()).hasSize(2);
        assertThat(days.of(2)).isNull();
        assertThat(days.of(8)).isEqualTo(FIRST);
        assertThat(days.of(90)).isEqualTo(FIRST.plusDays(2));
        assertThat(days.told()).isEqualTo("2026-03-04 to 2026-03-06");
    }

    @Test
    void joinedRangesAreOneRange() {
        Days whole = Days.NONE.with(1, FIRST).with(4, FIRST.plusDays(1)).with(6, FIRST.plusDays(2));
        Days parts = Days.NONE
                .with(1, FIRST)
                .then(Days.NONE.with(4, FIRST.plusDays(1)).with(6, FIRST.plusDays(2)));

        assertThat(parts).isEqualTo(whole);
    }

    @Test
    void ofManyDaysTheFirstAndTheLastStay() {
        Days days = Days.NONE;
        for (int i = 0; i < 3 * Days.MOST; i++) {
            days = days.with(i, FIRST.plusDays(i));
        }

        assertThat(days.starts()).hasSize(Days.MOST);
        assertThat(days.of(0)).isEqualTo(FIRST);
        assertThat(days.of(Long.MAX_VALUE)).isEqualTo(FIRST.plusDays(3 * Days.MOST - 1));
    }
}
