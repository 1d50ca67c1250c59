package dev.pith.workflows;

import io.temporal.failure.ApplicationFailure;
import io.temporal.failure.TemporalFailure;

/** Why something failed, in the words of who knows it. */
public final class Reasons {

    private Reasons() {}

    /** The words of the failure that the step itself told, else of what happened to it. */
    public static String of(TemporalFailure failure) {
        Throwable cause = failure.getCause() == null ? failure : failure.getCause();
        return cause instanceof ApplicationFailure told
                ? String.valueOf(told.getOriginalMessage())
                : String.valueOf(cause.getMessage());
    }
}
