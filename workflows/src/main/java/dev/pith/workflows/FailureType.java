package dev.pith.workflows;

import io.temporal.failure.ActivityFailure;
import io.temporal.failure.ApplicationFailure;

/** The types of application failures, passed through Temporal by name. Temporal retries none of them. */
public enum FailureType {
    /** The conversation of the request is not in the store. */
    UNKNOWN_CONVERSATION,
    /** A stored value contradicts an invariant; the message says which. */
    BROKEN_INVARIANT,
    /** The prompt is longer than the model's window: the chunk must be split. */
    CONTEXT_OVERFLOW,
    /** A permanent failure of the endpoint: no key, no such model, no credit. */
    MODEL_REFUSED,
    /** Attempts or patience are used up, or no reply was acceptable. */
    MODEL_UNAVAILABLE,
    /** The next call would exceed a limit on cost or tokens. */
    OVER_BUDGET,
    /** A defect of Pith that a retry does not fix; the message names the exceptions. */
    DEFECT,
    /** The compaction ended without a summary; the message says why. */
    COMPACTION_FAILED;

    /** Returns whether an activity failed with this type. */
    public boolean is(ActivityFailure failure) {
        return failure.getCause() instanceof ApplicationFailure told
                && told.getType().equals(name());
    }

    /** Returns the names, for retry options. */
    public static String[] names() {
        FailureType[] types = values();
        String[] names = new String[types.length];
        for (int i = 0; i < types.length; i++) {
            names[i] = types[i].name();
        }
        return names;
    }
}
