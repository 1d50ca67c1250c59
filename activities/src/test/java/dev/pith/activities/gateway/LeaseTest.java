package dev.pith.activities.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A permit's lease: what keeps it, and what ends the work it is for. */
class LeaseTest {

    private static final Duration LENGTH = Duration.ofMillis(1_600);

    private final CountDownLatch cut = new CountDownLatch(1);
    private final AtomicInteger renewals = new AtomicInteger();
    private final CountDownLatch over = new CountDownLatch(1);
    private @Nullable Lease lease;

    @AfterEach
    void end() {
        over.countDown();
        if (lease != null) {
            lease.close();
        }
    }

    @Test
    void isKeptAsLongAsItIsRenewed() throws Exception {
        begin(() -> renewals.incrementAndGet() > 0);
        assertThat(cut.await(3_000, TimeUnit.MILLISECONDS)).isFalse();
        assertThat(renewals).hasValueGreaterThan(5);
    }

    @Test
    void endsTheWorkWhereItIsGone() throws Exception {
        begin(() -> false);
        assertThat(cut.await(LENGTH.toMillis(), TimeUnit.MILLISECONDS)).isTrue();
    }

    @Test
    void aRenewalThatFailsIsTriedAgain() throws Exception {
        begin(() -> {
            if (renewals.incrementAndGet() <= 2) {
                throw new IllegalStateException("the database is away");
            }
            return true;
        });
        assertThat(cut.await(3_000, TimeUnit.MILLISECONDS)).isFalse();
        assertThat(renewals).hasValueGreaterThan(5);
    }

    @Test
    void endsTheWorkBeforeAnotherMayHaveItWhereNoRenewalComesThrough() throws Exception {
        long begun = System.nanoTime();
        begin(() -> {
            throw new IllegalStateException("the database is away");
        });
        assertThat(cut.await(10, TimeUnit.SECONDS)).isTrue();
        // A thread that got no processor for a while only makes it later.
        assertThat(Duration.ofNanos(System.nanoTime() - begun))
                .isGreaterThan(LENGTH.multipliedBy(3).dividedBy(4));
    }

    @Test
    void aRenewalThatHangsDoesNotHoldItUp() throws Exception {
        begin(() -> {
            try {
                return over.await(20, TimeUnit.SECONDS);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        });
        assertThat(cut.await(10, TimeUnit.SECONDS)).isTrue();
    }

    private void begin(BooleanSupplier renewal) {
        lease = new Lease(LENGTH, renewal, cut::countDown);
    }
}
