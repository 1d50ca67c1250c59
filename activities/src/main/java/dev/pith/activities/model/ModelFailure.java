package dev.pith.activities.model;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** A failed model call. The message is for users: the status and the provider's own words. */
public final class ModelFailure extends RuntimeException {

    private static final long serialVersionUID = 1;

    /** The kinds of failures, which decide whether and when a call is retried. */
    public enum Kind {
        /** 429: the rate limit is exceeded, or a quota that renews is used up. */
        RATE_LIMITED,
        /** 529, 503: the endpoint is temporarily overloaded. */
        OVERLOADED,
        /** Server or network error, a broken stream, or an answer that cannot be parsed. */
        TRANSPORT,
        /** The prompt exceeds the context window. */
        CONTEXT_OVERFLOW,
        /** 401, 403: the key is missing or wrong, or has no access to the model. */
        UNAUTHORIZED,
        /** The endpoint does not have the model. */
        UNKNOWN_MODEL,
        /** 402, {@code insufficient_quota}: no credit, or a quota that does not renew. */
        OUT_OF_CREDIT,
        /** A content filter refused the prompt. */
        FILTERED,
        /** The request was sent, but the answer was incomplete when the total timeout expired. */
        TOO_SLOW,
        /** The endpoint refused the request for any other reason. */
        BAD_REQUEST,
        /**
         * The network settings of this machine are wrong: an untrusted certificate, or an invalid or refusing proxy.
         */
        NETWORK_SETTINGS,
        /** {@link ModelCall#cancel} was called. */
        CANCELED,
        /** The process is stopping and aborted the call; the answer is still wanted. */
        INTERRUPTED;

        /** Returns whether a retry is pointless. */
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
     * Creates a failure.
     *
     * @param status the HTTP status; 0 if there was no response
     * @param words the provider's own words without markup, at most 500 characters
     * @param wait the time until the next call, as the endpoint requests; null if it does not say
     * @param window the context window in tokens, as the endpoint reports; 0 if it does not
     * @param begun whether the endpoint may have begun to answer, so that generated tokens may be billed
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

    /**
     * Returns this failure with the usage known so far; null if an unknown number of tokens may have been generated.
     */
    public ModelFailure having(@Nullable Usage known) {
        return new ModelFailure(kind, status, words, wait, window, begun, known, getCause());
    }

    public Kind kind() {
        return kind;
    }

    /** Returns the HTTP status; 0 if there was no response. */
    public int status() {
        return status;
    }

    /** Returns the provider's own words, or a description of the failure. */
    public String words() {
        return words;
    }

    /** Returns the time until the next call, as the endpoint requests; null if it does not say. */
    public @Nullable Duration waitFor() {
        return wait;
    }

    /** Returns the context window in tokens, as the endpoint reports; 0 if it does not. */
    public int window() {
        return window;
    }

    /** Returns the usage so far, reported or counted; null if unknown. */
    public @Nullable Usage used() {
        return used;
    }

    /** Returns whether the endpoint may have begun to answer, so that generated tokens may be billed. */
    public boolean begun() {
        return begun;
    }
}
