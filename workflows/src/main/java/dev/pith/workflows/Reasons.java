package dev.pith.workflows;

import io.temporal.api.enums.v1.TimeoutType;
import io.temporal.failure.ApplicationFailure;
import io.temporal.failure.TemporalFailure;
import io.temporal.failure.TimeoutFailure;
import org.jspecify.annotations.Nullable;

/** Extracts the reason of a failure from Temporal's exceptions. */
public final class Reasons {

    private Reasons() {}

    /** The message of the step's own failure, or else of what happened to it. */
    public static String of(TemporalFailure failure) {
        Throwable cause = failure.getCause() == null ? failure : failure.getCause();
        if (isOutOfTime(failure)) {
            return "it took longer than it may";
        }
        return cause instanceof ApplicationFailure told
                ? String.valueOf(told.getOriginalMessage())
                : String.valueOf(cause.getMessage());
    }

    /**
     * What a user is told of an error of Pith in its own workflow: trying again would meet it again. Its classes alone, because
     * a message may quote what it stumbled over.
     */
    public static String defect(RuntimeException failure) {
        Throwable cause = failure.getCause();
        return "a defect of Pith: " + failure.getClass().getSimpleName()
                + (cause == null ? "" : ", caused by " + cause.getClass().getSimpleName());
    }

    /** Whether the last attempt timed out. */
    public static boolean isOutOfTime(TemporalFailure failure) {
        return failure.getCause() instanceof TimeoutFailure timeout
                && timeout.getTimeoutType() == TimeoutType.TIMEOUT_TYPE_START_TO_CLOSE;
    }

    /** The type of the step's own failure, see {@link FailureType}; null without one. */
    public static @Nullable String type(TemporalFailure failure) {
        return failure.getCause() instanceof ApplicationFailure told ? told.getType() : null;
    }
}
