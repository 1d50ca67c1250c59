package dev.pith.workflows.compaction;

import io.temporal.failure.ApplicationFailure;
import io.temporal.failure.TemporalFailure;

/** Why something failed, in the words of who knows it. */
final class Reasons {

    private Reasons() {}

    static String of(TemporalFailure failure) {
        Throwable cause = failure.getCause() == null ? failure : failure.getCause();
        return cause instanceof ApplicationFailure told
                ? String.valueOf(told.getOriginalMessage())
                : String.valueOf(cause.getMessage());
    }
}
