package dev.pith.activities.memory.keyless;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SelfContainedCheckTest {

    @Test
    void whatOnlyGoesOnIsMomentary() {
        assertThat(SelfContainedCheck.momentary("Now I understand the bug.")).isTrue();
        assertThat(SelfContainedCheck.momentary("I see what happens.")).isTrue();
        assertThat(SelfContainedCheck.alone(SelfContainedCheck.opened("Again, with less around it.")))
                .isFalse();
        assertThat(SelfContainedCheck.momentary("Seen from the client, a retry is a new request."))
                .isFalse();
    }
}
