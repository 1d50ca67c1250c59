package dev.pith.activities.backfill;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pith.workflows.FailureType;
import dev.pith.workflows.compaction.Outcome;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** How long a backfill goes on with a conversation that fails. */
class RetryScheduleTest {

    private static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");

    @Test
    void outagesAreTriedSoonThenNowAndThen() {
        assertThat(List.of(0, 1, 2, 3, 4, 50))
                .extracting(attempts -> pause(attempts, NOW))
                .containsExactly(
                        Duration.ofSeconds(10),
                        Duration.ofSeconds(30),
                        Duration.ofMinutes(1),
                        Duration.ofMinutes(3),
                        Duration.ofMinutes(15),
                        Duration.ofMinutes(15));
    }

    @Test
    void aDayOfFailuresIsEnough() {
        Instant since = NOW;
        Instant at = NOW;
        List<Instant> attempts = new ArrayList<>();
        Optional<Instant> next = next(0, null, at);
        while (next.isPresent()) {
            at = next.get();
            attempts.add(at);
            next = next(attempts.size(), since, at);
        }
        assertThat(Duration.between(since, at)).isBetween(Duration.ofMinutes(23 * 60 + 44), Duration.ofHours(24));
        assertThat(attempts).hasSizeBetween(95, 105);
    }

    @ParameterizedTest
    @EnumSource(value = FailureType.class, mode = EnumSource.Mode.EXCLUDE, names = "MODEL_UNAVAILABLE")
    void allOtherFailuresAreFinal(FailureType failure) {
        assertThat(RetrySchedule.next(new Ended(1, Outcome.FAILED, "no", failure.name(), 0, null), NOW))
                .isEmpty();
    }

    @Test
    void soIsAFailureOfNoTypeAndEverythingThatDidNotFail() {
        assertThat(RetrySchedule.next(new Ended(1, Outcome.FAILED, "no", null, 0, null), NOW))
                .isEmpty();
        for (Outcome outcome :
                EnumSet.complementOf(EnumSet.of(Outcome.FAILED, Outcome.INTERRUPTED, Outcome.SUPERSEDED))) {
            assertThat(RetrySchedule.next(new Ended(1, outcome, null, null, 0, null), NOW))
                    .describedAs(outcome.name())
                    .isEmpty();
        }
    }

    private static Duration pause(int attempts, Instant since) {
        return Duration.between(NOW, next(attempts, since, NOW).orElseThrow());
    }

    private static Optional<Instant> next(int attempts, @Nullable Instant since, Instant now) {
        return RetrySchedule.next(new Ended(1, Outcome.FAILED, "503", "MODEL_UNAVAILABLE", attempts, since), now);
    }
}
