package dev.pith.activities.gateway;

import dev.pith.workflows.ActivityPolicies;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** A question that has no answer, with what is to be done about it. The message is fit for Temporal's history. */
public final class ModelCallException extends RuntimeException {

    private static final Duration SHORTEST = ActivityPolicies.SHORTEST_DELAY;

    private static final long serialVersionUID = 1;

    /** What is to be done. */
    public enum Kind {
        /** Ask again after the delay. */
        LATER,
        /** The prompt is too long: split it. */
        OVERFLOW,
        /** Nobody will answer this, however often it is asked. */
        REFUSED,
        /** Attempts or patience are used up. */
        EXHAUSTED,
        /** The call would pass what may be spent. */
        OVER_BUDGET,
        /** Nobody wants the answer any more. */
        CANCELED
    }

    private final Kind kind;
    private final @Nullable Duration delay;

    private ModelCallException(Kind kind, String message, @Nullable Duration delay, @Nullable Throwable cause) {
        super(message, cause);
        this.kind = kind;
        this.delay = delay;
    }

    /** To be asked again after this delay, or the shortest. */
    static ModelCallException later(String message, Duration delay) {
        return new ModelCallException(Kind.LATER, message, delay.compareTo(SHORTEST) < 0 ? SHORTEST : delay, null);
    }

    /** What the endpoint is not asked at all, since it could not read it: its window is smaller than it was planned with. */
    public static ModelCallException tooLong(long tokens, int room) {
        return of(Kind.OVERFLOW, tokens + " tokens are more than the " + room + " that the model can read at once");
    }

    static ModelCallException of(Kind kind, String message) {
        return new ModelCallException(kind, message, null, null);
    }

    public Kind kind() {
        return kind;
    }

    /** How long to wait before asking again, at least {@link ActivityPolicies#SHORTEST_DELAY}; null where asking again is of no use. */
    public @Nullable Duration delay() {
        return delay;
    }
}
