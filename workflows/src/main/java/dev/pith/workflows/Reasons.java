package dev.pith.workflows;

import io.temporal.api.enums.v1.TimeoutType;
import io.temporal.failure.ApplicationFailure;
import io.temporal.failure.TemporalFailure;
import io.temporal.failure.TimeoutFailure;
import org.jspecify.annotations.Nullable;

/** Extracts the reason of a failure from Temporal's exceptions. */
public final class Reasons {

    private Reasons() {}

    /** Returns the message of the failed activity's own error, or else of Temporal's. */
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
     * Returns the reason for users if a workflow fails by a defect of Pith, which a retry would repeat. Names only
     * exception classes, since a message may quote conversation text.
     */
    public static String defect(RuntimeException failure) {
        Throwable cause = failure.getCause();
        return "a defect of Pith: " + failure.getClass().getSimpleName()
                + (cause == null ? "" : ", caused by " + cause.getClass().getSimpleName());
    }

    /** Returns whether the last attempt exceeded its start-to-close timeout. */
    public static boolean isOutOfTime(TemporalFailure failure) {
        return failure.getCause() instanceof TimeoutFailure timeout
                && timeout.getTimeoutType() == TimeoutType.TIMEOUT_TYPE_START_TO_CLOSE;
    }

    /** Returns the type of the failed activity's own error, see {@link FailureType}; null without one. */
    public static @Nullable String type(TemporalFailure failure) {
        return failure.getCause() instanceof ApplicationFailure told ? told.getType() : null;
    }
}
