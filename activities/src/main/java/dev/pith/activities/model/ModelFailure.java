package dev.pith.activities.model;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** A failed call. The message is for users: status and the provider's own words. */
public final class ModelFailure extends RuntimeException {

    private static final long serialVersionUID = 1;

    /** What is to be done about it. */
    public enum Kind {
        /** 429: more requests than the endpoint serves, or a quota that comes back. */
        RATE_LIMITED,
        /** 529, 503 and the like: the endpoint says that it will be back. */
        OVERLOADED,
        /** Errors of servers and networks, a cut stream, an answer that is none. */
        TRANSPORT,
        /** The prompt is longer than the window. */
        CONTEXT_OVERFLOW,
        /** 401, 403: no key, a wrong one, no right to the model. */
        UNAUTHORIZED,
        /** The endpoint does not have the model. */
        UNKNOWN_MODEL,
        /** No credit, a quota that does not come back by waiting: 402, {@code insufficient_quota}. */
        OUT_OF_CREDIT,
        /** A filter would not let the prompt through. */
        FILTERED,
        /** The request was out, and the answer was not whole when the time of a call was over. */
        TOO_SLOW,
        /** Any other refusal of the request itself. */
        BAD_REQUEST,
        /** What this machine is told of the network: a certificate that is not trusted, a proxy that is none or refuses. */
        NETWORK_SETTINGS,
        /** {@link ModelCall#cancel} was called. */
        CANCELED,
        /** This process stops its work, and the call with it; nobody took back the wish for an answer. */
        INTERRUPTED;

        /** Whether trying again cannot help. */
        public boolean fatal() {
            return this == UNAUTHORIZED
                    || this == UNKNOWN_MODEL
                    || this == OUT_OF_CREDIT
                    || this == BAD_REQUEST
                    || this == NETWORK_SETTINGS;
        }
    }

    private final Kind kind;
    private final int status;
    private final String words;
    private final @Nullable Duration wait;
    private final int window;
    private final boolean begun;
    private final @Nullable Usage used;

    /**
     * A failure.
     *
     * @param status of HTTP; 0 where there was no answer
     * @param words the provider's own, stripped of markup, at most 500 characters
     * @param wait how long the endpoint wants no further call; null where it does not say
     * @param window the context window where the endpoint tells it; 0 where it does not
     * @param begun whether the endpoint may have begun to answer, so that something may have been generated
     */
    public ModelFailure(
            Kind kind,
            int status,
            String words,
            @Nullable Duration wait,
            int window,
            boolean begun,
            @Nullable Throwable cause) {
        this(kind, status, words, wait, window, begun, null, cause);
    }

    private ModelFailure(
            Kind kind,
            int status,
            String words,
            @Nullable Duration wait,
            int window,
            boolean begun,
            @Nullable Usage used,
            @Nullable Throwable cause) {
        super(status == 0 ? words : status + ": " + words, cause);
        this.kind = kind;
        this.status = status;
        this.words = words;
        this.wait = wait;
        this.window = window;
        this.begun = begun;
        this.used = used;
    }

    /** The same, with what is known to have been used until then; null where an answer may have been generated unseen. */
    public ModelFailure having(@Nullable Usage known) {
        return new ModelFailure(kind, status, words, wait, window, begun, known, getCause());
    }

    public Kind kind() {
        return kind;
    }

    public int status() {
        return status;
    }

    public String words() {
        return words;
    }

    /** How long the endpoint wants no further call. */
    public @Nullable Duration waitFor() {
        return wait;
    }

    /** The context window; 0 where the endpoint did not tell. */
    public int window() {
        return window;
    }

    /** What is known to have been used, told or counted; null where nobody knows. */
    public @Nullable Usage used() {
        return used;
    }

    /** Whether the endpoint may have begun to answer: what it generated may have been paid. */
    public boolean begun() {
        return begun;
    }
}
