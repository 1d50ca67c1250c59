package dev.pith.starter.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** A read of what may be away never holds up its reader for longer than it is willing to wait. */
class BoundedReadTest {

    private static final Duration LONG = Duration.ofMinutes(1);
    private static final Duration SHORT = Duration.ofMillis(50);

    private final AtomicInteger reads = new AtomicInteger();

    @Test
    void aFreshValue_isNotReadAgain() {
        BoundedRead<Integer> read = new BoundedRead<>(reads::incrementAndGet, LONG, LONG);

        assertThat(read.get()).hasValue(1);
        assertThat(read.get()).hasValue(1);
        assertThat(reads).hasValue(1);
    }

    @Test
    void anOldValue_isReadAgain() {
        BoundedRead<Integer> read = new BoundedRead<>(reads::incrementAndGet, Duration.ZERO, LONG);

        assertThat(read.get()).hasValue(1);
        assertThat(read.get()).hasValue(2);
    }

    @Test
    void aFailure_isEmpty_andIsNotKept() {
        BoundedRead<Integer> read = new BoundedRead<>(
                () -> {
                    if (reads.incrementAndGet() == 1) {
                        throw new IllegalStateException("away");
                    }
                    return reads.get();
                },
                LONG,
                LONG);

        assertThat(read.get()).isEmpty();
        assertThat(read.get()).hasValue(2);
    }

    @Test
    void aReadThatHangs_isWaitedForOnlySoLong_andIsNotDoubled() throws InterruptedException {
        CountDownLatch back = new CountDownLatch(1);
        BoundedRead<Integer> read = new BoundedRead<>(
                () -> {
                    reads.incrementAndGet();
                    assertThat(back.await(1, TimeUnit.MINUTES)).isTrue();
                    return 7;
                },
                LONG,
                SHORT);

        assertThat(read.get()).isEmpty();
        assertThat(read.get()).isEmpty();
        back.countDown();
        // The reader waits each time; at the latest then the value is there.
        for (int i = 0; i < 100 && read.get().isEmpty(); i++) {
            assertThat(reads).hasValue(1);
        }
        assertThat(read.get()).hasValue(7);
        assertThat(reads).hasValue(1);
    }
}
