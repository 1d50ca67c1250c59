package dev.pith.starter.runtime;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** Reports a step only if it takes longer than a moment. Thread-safe. */
final class LateStep {

    private static final Duration MOMENT = Duration.ofSeconds(1);

    private final CompletableFuture<Void> ended = new CompletableFuture<>();

    private LateStep() {}

    /** Reports the text after one second, unless the step has completed. */
    static LateStep of(StartupProgress progress, String text) {
        return of(progress, text, MOMENT);
    }

    static LateStep of(StartupProgress progress, String text, Duration moment) {
        LateStep step = new LateStep();
        CompletableFuture<Void> unused = step.ended
                .copy()
                .orTimeout(moment.toMillis(), TimeUnit.MILLISECONDS)
                .exceptionally(late -> {
                    progress.step(text);
                    return null;
                });
        return step;
    }

    /** Marks the step as complete; a pending report is dropped. */
    void done() {
        ended.complete(null);
    }
}
