package dev.pith.activities.gateway;

import dev.pith.workflows.ActivityPolicies;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Thrown if a model task failed; {@link Kind} says how to go on. The message contains no conversation text. */
public final class ModelCallException extends RuntimeException {

    private static final Duration SHORTEST = ActivityPolicies.SHORTEST_DELAY;

    private static final long serialVersionUID = 1;

    /** How the caller proceeds. */
    public enum Kind {
        /** Retry after the delay. */
        LATER,
        /** The prompt is too long: split it. */
        OVERFLOW,
        /** No retry can succeed. */
        REFUSED,
        /** Attempts or patience are used up. */
        EXHAUSTED,
        /** The call would exceed a limit on cost or tokens. */
        OVER_BUDGET,
        /** The task was canceled. */
        CANCELED
    }

    private final Kind kind;
    private final @Nullable Duration delay;

    private ModelCallException(Kind kind, String message, @Nullable Duration delay, @Nullable Throwable cause) {
        super(message, cause);
        this.kind = kind;
        this.delay = delay;
    }

    /** Returns an exception of kind LATER; raises the delay to the shortest one if needed. */
    static ModelCallException later(String message, Duration delay) {
        return new ModelCallException(Kind.LATER, message, delay.compareTo(SHORTEST) < 0 ? SHORTEST : delay, null);
    }

    /**
     * Returns an exception of kind OVERFLOW for a prompt that exceeds the window, which is smaller than planned; no
     * call was made.
     */
    public static ModelCallException tooLong(long tokens, int room) {
        return of(Kind.OVERFLOW, tokens + " tokens are more than the " + room + " that the model can read at once");
    }

    static ModelCallException of(Kind kind, String message) {
        return new ModelCallException(kind, message, null, null);
    }

    public Kind kind() {
        return kind;
    }

    /**
     * Returns the delay before a retry, at least {@link ActivityPolicies#SHORTEST_DELAY}; null if a retry is of no use.
     */
    public @Nullable Duration delay() {
        return delay;
    }
}
