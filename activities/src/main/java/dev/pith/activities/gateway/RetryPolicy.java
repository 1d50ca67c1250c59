package dev.pith.activities.gateway;

import dev.pith.activities.model.ModelFailure;
import dev.pith.activities.store.Database;
import dev.pith.workflows.model.ModelUse;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Decides what follows a failed call. Errors use up attempts, waiting uses up patience; the store counts both, so that
 * a restart does not reset them. Thread-safe.
 */
final class RetryPolicy {

    /** An endpoint is given up after this many times the attempts of one text have failed in a row, over all texts. */
    private static final int DEAD = 2;

    /** Smaller windows in tokens are believed only if the endpoint states them. */
    private static final int LEAST_GUESSED = 4_000;

    private static final Duration FIRST_DELAY = Duration.ofMillis(500);
    private static final Duration LONGEST_DELAY = Duration.ofSeconds(30);

    private final Database database;
    private final EndpointLimiter endpointLimiter;

    RetryPolicy(Database database, EndpointLimiter endpointLimiter) {
        this.database = database;
        this.endpointLimiter = endpointLimiter;
    }

    /**
     * Checks a task before its call, and marks calls of terminated processes as lost.
     *
     * @throws ModelCallException if attempts or patience are used up, or a cooldown runs
     */
    void mayAsk(ModelTask task) {
        ModelCalls calls = database.table(ModelCalls.class);
        calls.lose(task.compaction(), task.work());
        int failures = calls.failures(task.compaction(), task.work());
        ProviderState state = endpointLimiter.state();
        if (failures >= task.use().attempts()) {
            String last = said(task)
                    .or(() -> Optional.ofNullable(state.error()))
                    .map(words -> ", the endpoint's last with: " + words)
                    .orElse("");
            throw ModelCallException.of(
                    ModelCallException.Kind.EXHAUSTED,
                    failures + " calls failed or were lost with their process" + last);
        }
        endpointLimiter.closedUntil().ifPresent(until -> {
            // The first call after the cooldown tries again. Until then the other texts fail fast.
            if (isDead(state, task.use()) && calls.anyFailed(task.compaction())) {
                throw ModelCallException.of(ModelCallException.Kind.EXHAUSTED, dead(words(state)));
            }
            throw waiting(task, until, words(state));
        });
    }

    /** Records a failed call for all workers, and returns the exception for its task. */
    ModelCallException met(ModelTask task, long call, ModelFailure failure, CallEnd end) {
        String words = ErrorSanitizer.of(failure, task.request());
        database.table(ModelCalls.class).end(call, end);
        return switch (failure.kind()) {
            case RATE_LIMITED, OVERLOADED -> waiting(task, endpointLimiter.failed(failure, words), words);
            case TRANSPORT -> again(task, endpointLimiter.failed(failure, words), failure, words);
            case CONTEXT_OVERFLOW -> overflow(task, failure, words);
            case UNAUTHORIZED, UNKNOWN_MODEL, OUT_OF_CREDIT, BAD_REQUEST, FILTERED, TOO_SLOW, NETWORK_SETTINGS ->
                ModelCallException.of(ModelCallException.Kind.REFUSED, words);
            case CANCELED -> ModelCallException.of(ModelCallException.Kind.CANCELED, "canceled");
            case INTERRUPTED -> ModelCallException.later(words, FIRST_DELAY);
        };
    }

    private ModelCallException again(ModelTask task, Instant open, ModelFailure failure, String words) {
        int failures = database.table(ModelCalls.class).failures(task.compaction(), task.work());
        if (isDead(endpointLimiter.state(), task.use())) {
            return ModelCallException.of(ModelCallException.Kind.EXHAUSTED, dead(last(task, failure, words)));
        }
        if (failures >= task.use().attempts()) {
            return ModelCallException.of(
                    ModelCallException.Kind.EXHAUSTED,
                    last(task, failure, words) + " (" + failures + " of "
                            + task.use().attempts() + " attempts)");
        }
        Duration delay = FIRST_DELAY.multipliedBy(1L << Math.min(failures - 1, 10));
        Duration bounded = delay.compareTo(LONGEST_DELAY) > 0 ? LONGEST_DELAY : delay;
        Duration closed = Duration.between(database.now(), open);
        return ModelCallException.later(words, closed.compareTo(bounded) > 0 ? closed : bounded);
    }

    /** Puts an earlier message of the endpoint first if the last call met only a broken connection. */
    private String last(ModelTask task, ModelFailure failure, String words) {
        return failure.status() > 0
                ? words
                : said(task).map(said -> said + ", at last: " + words).orElse(words);
    }

    private Optional<String> said(ModelTask task) {
        return database.table(ModelCalls.class)
                .said(task.compaction(), task.work())
                .map(words -> ErrorSanitizer.of(words, task.request()));
    }

    /** Returns whether the endpoint has failed for so long that other texts need not use up their own attempts. */
    private static boolean isDead(ProviderState state, ModelUse use) {
        return state.failures() >= DEAD * use.attempts();
    }

    private static String dead(String words) {
        return words + " (as did all calls before it)";
    }

    private static String words(ProviderState state) {
        return state.error() == null ? "the endpoint asked to wait" : state.error();
    }

    /**
     * Returns LATER with the rest of the cooldown; EXHAUSTED if endpoint outage and task would wait longer than its
     * patience.
     */
    private ModelCallException waiting(ModelTask task, Instant until, String words) {
        ProviderState state = endpointLimiter.state();
        Instant now = database.now();
        Instant away = state.unavailableSince() == null ? now : state.unavailableSince();
        Instant since = away.isAfter(task.asked()) ? away : task.asked();
        ModelUse use = task.use();
        if (Duration.between(since, until).toSeconds() > use.patienceSeconds()) {
            return ModelCallException.of(
                    ModelCallException.Kind.EXHAUSTED,
                    words + " (no patience beyond " + Duration.ofSeconds(use.patienceSeconds()) + ")");
        }
        return ModelCallException.later(words, Duration.between(now, until));
    }

    private ModelCallException overflow(ModelTask task, ModelFailure failure, String words) {
        // A window inferred from a refusal is below what was sent; an endpoint that refuses every size shows none.
        endpointLimiter.learnt(
                failure.window() > 0 ? failure.window() : Math.max(LEAST_GUESSED, task.promptTokens() * 3 / 4));
        return ModelCallException.of(ModelCallException.Kind.OVERFLOW, words);
    }
}
