package dev.pith.activities.memory.keyless;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class StandingTest {

    @Test
    void whatOnlyGoesOnIsMomentary() {
        assertThat(Standing.momentary("Now I understand the bug.")).isTrue();
        assertThat(Standing.momentary("I see what happens.")).isTrue();
        assertThat(Standing.alone(Standing.opened("Again, with less around it.")))
                .isFalse();
        assertThat(Standing.momentary("Seen from the client, a retry is a new request."))
                .isFalse();
    }
}
