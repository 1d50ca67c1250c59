package dev.pith.activities.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.pith.activities.conversation.OpaqueId;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class WaitQueueTest {

    private final WaitQueue waitQueue = WaitQueue.at(OpaqueId.next());

    @Test
    void theUrgentGoFirstThenWhoCameFirst() {
        WaitQueue.Place backfill = waitQueue.join(5);
        WaitQueue.Place another = waitQueue.join(5);
        WaitQueue.Place interactive = waitQueue.join(1);

        assertThat(waitQueue.isFirst(interactive)).isTrue();
        waitQueue.leave(interactive);
        assertThat(waitQueue.isFirst(backfill)).isTrue();
        assertThat(waitQueue.isFirst(another)).isFalse();
        waitQueue.leave(backfill);
        assertThat(waitQueue.isFirst(another)).isTrue();
    }

    @Test
    void whoWaitsHearsOfAFreedPermitAtOnceAndElseLooksAgain() throws Exception {
        WaitQueue.Place place = waitQueue.join(3);
        assertThatCode(() -> waitQueue.await(20)).doesNotThrowAnyException();
        Thread freeing = new Thread(() -> {
            while (waitQueue.isFirst(place)) {
                waitQueue.freed();
                Thread.onSpinWait();
            }
        });
        freeing.start();
        long began = System.nanoTime();
        waitQueue.await(Duration.ofMinutes(1).toMillis());
        waitQueue.leave(place);
        freeing.join();
        assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(30));
    }
}
