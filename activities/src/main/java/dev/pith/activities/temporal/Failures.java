package dev.pith.activities.temporal;

import dev.pith.activities.compaction.BrokenInvariantException;
import dev.pith.activities.compaction.UnknownConversationException;
import dev.pith.workflows.FailureType;
import io.temporal.failure.ApplicationFailure;
import java.util.function.Supplier;

/** Turns what is not worth a retry into failures that Temporal does not retry; all else is left to its policy. */
final class Failures {

    private Failures() {}

    static <T> T translated(Supplier<T> work) {
        try {
            return work.get();
        } catch (UnknownConversationException e) {
            throw failure(e, FailureType.UNKNOWN_CONVERSATION);
        } catch (BrokenInvariantException e) {
            throw failure(e, FailureType.BROKEN_INVARIANT);
        }
    }

    private static ApplicationFailure failure(RuntimeException cause, FailureType type) {
        return ApplicationFailure.newNonRetryableFailure(cause.getMessage(), type.name());
    }
}
