package dev.pith.activities.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.pith.activities.conversation.OpaqueId;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class LineTest {

    private final Line line = Line.at(OpaqueId.next());

    @Test
    void theUrgentGoFirstThenWhoCameFirst() {
        Line.Place backfill = line.join(5);
        Line.Place another = line.join(5);
        Line.Place interactive = line.join(1);

        assertThat(line.isFirst(interactive)).isTrue();
        line.leave(interactive);
        assertThat(line.isFirst(backfill)).isTrue();
        assertThat(line.isFirst(another)).isFalse();
        line.leave(backfill);
        assertThat(line.isFirst(another)).isTrue();
    }

    @Test
    void whoWaitsHearsOfAFreedPermitAtOnceAndElseLooksAgain() throws Exception {
        Line.Place place = line.join(3);
        assertThatCode(() -> line.await(20)).doesNotThrowAnyException();
        Thread freeing = new Thread(() -> {
            while (line.isFirst(place)) {
                line.freed();
                Thread.onSpinWait();
            }
        });
        freeing.start();
        long began = System.nanoTime();
        line.await(Duration.ofMinutes(1).toMillis());
        line.leave(place);
        freeing.join();
        assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(30));
    }
}
