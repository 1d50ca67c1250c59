package dev.pith.benchmarks;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.LongStream;

/**
 * What calls took that several callers made at the same time, again and again.
 *
 * @param nanos the times of all calls, in ascending order
 * @param seconds from the first call to the last
 */
@SuppressWarnings("ArrayRecordComponent") // Compared by nobody.
record CallTimes(long[] nanos, double seconds) {

    /** Lets each caller repeat its call for so many seconds. */
    static CallTimes of(List<? extends Callable<?>> callers, int seconds)
            throws InterruptedException, ExecutionException {
        ExecutorService threads = Executors.newFixedThreadPool(callers.size());
        long start = System.nanoTime();
        List<Future<long[]>> running = callers.stream()
                .map(call -> threads.submit(() -> repeated(call, start + seconds * 1_000_000_000L)))
                .toList();
        LongStream all = LongStream.empty();
        for (Future<long[]> one : running) {
            all = LongStream.concat(all, Arrays.stream(one.get()));
        }
        double passed = (System.nanoTime() - start) / 1e9;
        threads.shutdown();
        return new CallTimes(all.sorted().toArray(), passed);
    }

    private static long[] repeated(Callable<?> call, long end) throws Exception {
        LongStream.Builder nanos = LongStream.builder();
        for (long begun = System.nanoTime(); begun < end; ) {
            call.call();
            long ended = System.nanoTime();
            nanos.add(ended - begun);
            begun = ended;
        }
        return nanos.build().toArray();
    }

    int count() {
        return nanos.length;
    }

    /** Such as {@code 1200 a second, p50 1.20 ms, p95 3.40 ms, most 9.10 ms}. */
    String words() {
        return String.format(
                Locale.ROOT,
                "%6.0f a second, p50 %6.2f ms, p95 %6.2f ms, most %7.2f ms",
                nanos.length / seconds,
                nanos[nanos.length / 2] / 1e6,
                nanos[nanos.length * 95 / 100] / 1e6,
                nanos[nanos.length - 1] / 1e6);
    }
}
