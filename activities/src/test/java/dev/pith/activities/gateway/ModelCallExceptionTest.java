package dev.pith.activities.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pith.workflows.ActivityPolicies;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ModelCallExceptionTest {

    @Test
    void aWaitThatIsNearlyOverIsStillAWait() {
        Instant now = Instant.now();
        assertThat(later(Duration.between(now, now.plusNanos(300_000)))).isEqualTo(ActivityPolicies.SHORTEST_DELAY);
        assertThat(later(Duration.between(now, now))).isEqualTo(ActivityPolicies.SHORTEST_DELAY);
        assertThat(later(Duration.between(now, now.minusSeconds(1)))).isEqualTo(ActivityPolicies.SHORTEST_DELAY);
        assertThat(later(Duration.ofSeconds(3))).isEqualTo(Duration.ofSeconds(3));
    }

    private static @Nullable Duration later(Duration delay) {
        return ModelCallException.later("the endpoint asked to wait", delay).delay();
    }
}
