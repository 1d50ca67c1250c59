package dev.pith.activities.gateway;

import dev.pith.activities.model.ModelFailure;
import dev.pith.activities.store.Database;
import dev.pith.workflows.model.ModelUse;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * What becomes of a question that was not answered. Errors cost attempts, waiting costs patience; both are counted in the
 * store, so that no restart makes them endless. Thread-safe.
 */
final class RetryPolicy {

    /** After so many times the attempts of one text, in a row and of all texts together, an endpoint counts as dead. */
    private static final int DEAD = 2;

    /** A smaller window is believed only where it is told. In tokens. */
    private static final int LEAST_GUESSED = 4_000;

    private static final Duration FIRST_DELAY = Duration.ofMillis(500);
    private static final Duration LONGEST_DELAY = Duration.ofSeconds(30);

    private final Database database;
    private final EndpointLimiter endpointLimiter;

    RetryPolicy(Database database, EndpointLimiter endpointLimiter) {
        this.database = database;
        this.endpointLimiter = endpointLimiter;
    }

    /** Before a call: what a killed process left is lost, the attempts must not be used up, the endpoint must want calls. */
    void mayAsk(ModelTask question) {
        ModelCalls calls = database.table(ModelCalls.class);
        calls.lose(question.compaction(), question.work());
        int failures = calls.failures(question.compaction(), question.work());
        ProviderState state = endpointLimiter.state();
        if (failures >= question.use().attempts()) {
            String last = said(question)
                    .or(() -> Optional.ofNullable(state.error()))
                    .map(words -> ", the endpoint's last with: " + words)
                    .orElse("");
            throw ModelCallException.of(
                    ModelCallException.Kind.EXHAUSTED,
                    failures + " calls failed or were lost with their process" + last);
        }
        endpointLimiter.closedUntil().ifPresent(until -> {
            // Whoever comes when the wait is over tries again; until then the other texts need not wait their turn to
            // learn it.
            if (isDead(state, question.use()) && calls.anyFailed(question.compaction())) {
                throw ModelCallException.of(ModelCallException.Kind.EXHAUSTED, dead(words(state)));
            }
            throw waiting(question, until, words(state));
        });
    }

    /** After a call that failed: its row ends, everybody learns of it, and the question gets its answer. */
    ModelCallException met(ModelTask question, long call, ModelFailure failure, CallEnd end) {
        String words = ErrorSanitizer.of(failure, question.request());
        database.table(ModelCalls.class).end(call, end);
        return switch (failure.kind()) {
            case RATE_LIMITED, OVERLOADED -> waiting(question, endpointLimiter.failed(failure, words), words);
            case TRANSPORT -> again(question, endpointLimiter.failed(failure, words), failure, words);
            case CONTEXT_OVERFLOW -> overflow(question, failure, words);
            case UNAUTHORIZED, UNKNOWN_MODEL, OUT_OF_CREDIT, BAD_REQUEST, FILTERED, TOO_SLOW, NETWORK_SETTINGS ->
                ModelCallException.of(ModelCallException.Kind.REFUSED, words);
            case CANCELED -> ModelCallException.of(ModelCallException.Kind.CANCELED, "canceled");
            case INTERRUPTED -> ModelCallException.later(words, FIRST_DELAY);
        };
    }

    private ModelCallException again(ModelTask question, Instant open, ModelFailure failure, String words) {
        int failures = database.table(ModelCalls.class).failures(question.compaction(), question.work());
        if (isDead(endpointLimiter.state(), question.use())) {
            return ModelCallException.of(ModelCallException.Kind.EXHAUSTED, dead(last(question, failure, words)));
        }
        if (failures >= question.use().attempts()) {
            return ModelCallException.of(
                    ModelCallException.Kind.EXHAUSTED,
                    last(question, failure, words) + " (" + failures + " of "
                            + question.use().attempts() + " attempts)");
        }
        Duration delay = FIRST_DELAY.multipliedBy(1L << Math.min(failures - 1, 10));
        Duration bounded = delay.compareTo(LONGEST_DELAY) > 0 ? LONGEST_DELAY : delay;
        Duration closed = Duration.between(database.now(), open);
        return ModelCallException.later(words, closed.compareTo(bounded) > 0 ? closed : bounded);
    }

    /** Where the last call met only a broken connection, what the endpoint said before comes first: that tells why. */
    private String last(ModelTask question, ModelFailure failure, String words) {
        return failure.status() > 0
                ? words
                : said(question).map(said -> said + ", at last: " + words).orElse(words);
    }

    private Optional<String> said(ModelTask question) {
        return database.table(ModelCalls.class)
                .said(question.compaction(), question.work())
                .map(words -> ErrorSanitizer.of(words, question.request()));
    }

    /** Whether nothing has come back for so long that the texts that wait for it need not all use up their attempts. */
    private static boolean isDead(ProviderState state, ModelUse use) {
        return state.failures() >= DEAD * use.attempts();
    }

    private static String dead(String words) {
        return words + " (as did all calls before it)";
    }

    private static String words(ProviderState state) {
        return state.error() == null ? "the endpoint asked to wait" : state.error();
    }

    /** Patience ends when the endpoint has been away for so long, and this question was due all that time. */
    private ModelCallException waiting(ModelTask question, Instant until, String words) {
        ProviderState state = endpointLimiter.state();
        Instant now = database.now();
        Instant away = state.unavailableSince() == null ? now : state.unavailableSince();
        Instant since = away.isAfter(question.asked()) ? away : question.asked();
        ModelUse use = question.use();
        if (Duration.between(since, until).toSeconds() > use.patienceSeconds()) {
            return ModelCallException.of(
                    ModelCallException.Kind.EXHAUSTED,
                    words + " (no patience beyond " + Duration.ofSeconds(use.patienceSeconds()) + ")");
        }
        return ModelCallException.later(words, Duration.between(now, until));
    }

    private ModelCallException overflow(ModelTask question, ModelFailure failure, String words) {
        // A window that nobody told is below what was sent; an endpoint that refuses every size has not shown one.
        endpointLimiter.learnt(
                failure.window() > 0 ? failure.window() : Math.max(LEAST_GUESSED, question.promptTokens() * 3 / 4));
        return ModelCallException.of(ModelCallException.Kind.OVERFLOW, words);
    }
}
