package dev.pith.activities.compaction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Work beside a call: done once, by whoever comes first. */
class LazyFutureTest {

    private final List<Runnable> given = new ArrayList<>();
    private final AtomicInteger times = new AtomicInteger();

    @Test
    void anotherThreadDoesItWhileNobodyAsks() throws Exception {
        CompletableFuture<Thread> worker = new CompletableFuture<>();
        LazyFuture<Boolean> work = LazyFuture.of(() -> worker.complete(Thread.currentThread()));

        assertThat(worker.get(10, TimeUnit.SECONDS)).isNotSameAs(Thread.currentThread());
        assertThat(work.outcome()).isTrue();
    }

    @Test
    void whoeverNeedsItBeforeDoesItAndNobodyAgain() {
        LazyFuture<Integer> work = new LazyFuture<>(times::incrementAndGet, given::add);

        assertThat(work.outcome()).isEqualTo(1);
        given.forEach(Runnable::run);
        assertThat(given).hasSize(1);
        assertThat(work.outcome()).isEqualTo(1);
    }

    @Test
    void isNotDoneOnceNobodyNeedsIt() {
        new LazyFuture<>(times::incrementAndGet, given::add).close();
        given.forEach(Runnable::run);

        assertThat(given).hasSize(1);
        assertThat(times).hasValue(0);
    }

    @Test
    void itsFailureIsToldToWhoNeedsIt() {
        LazyFuture<String> work = new LazyFuture<>(
                () -> {
                    throw new IllegalStateException("no such tide");
                },
                given::add);

        assertThatThrownBy(work::outcome).hasMessageContaining("no such tide");
    }
}
