package dev.pith.workflows;

import io.temporal.failure.ActivityFailure;
import io.temporal.failure.ApplicationFailure;

/** Types of application failures that cross Temporal, by name. Temporal tries none of them again by itself. */
public enum FailureType {
    /** The conversation of the request is not in the store. */
    UNKNOWN_CONVERSATION,
    /** A stored value contradicts an invariant; the message says which. */
    BROKEN_INVARIANT,
    /** The prompt is longer than the model's window: the chunk must be split. */
    CONTEXT_OVERFLOW,
    /** The endpoint will not answer such a request however often it is sent: no key, no such model, no credit. */
    MODEL_REFUSED,
    /** Attempts or patience are used up. */
    MODEL_UNAVAILABLE,
    /** The next call would pass what the request may spend. */
    OVER_BUDGET,
    /** An error of Pith's own that trying again does not mend; the message names its exceptions. */
    DEFECT,
    /** The compaction ended without a summary; the message says why. */
    COMPACTION_FAILED;

    /** Whether an activity failed with this type. */
    public boolean is(ActivityFailure failure) {
        return failure.getCause() instanceof ApplicationFailure told
                && told.getType().equals(name());
    }

    /** The names, as retry options want them. */
    public static String[] names() {
        FailureType[] types = values();
        String[] names = new String[types.length];
        for (int i = 0; i < types.length; i++) {
            names[i] = types[i].name();
        }
        return names;
    }
}
