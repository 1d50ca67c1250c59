package dev.pith.activities.temporal;

import dev.pith.activities.compaction.BrokenInvariantException;
import dev.pith.activities.compaction.UnknownConversationException;
import dev.pith.workflows.FailureType;
import io.temporal.failure.ApplicationFailure;
import io.temporal.failure.TemporalException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/**
 * Turns what is not worth a retry into failures that Temporal does not retry. All else is left to its policy, but without
 * its words: a database quotes the rows that it refuses, and Temporal's history must hold no conversation text.
 */
final class Failures {

    private static final int LONGEST_CHAIN = 5;

    private Failures() {}

    static <T> T translated(Supplier<T> work) {
        try {
            return work.get();
        } catch (UnknownConversationException e) {
            throw failure(e, FailureType.UNKNOWN_CONVERSATION);
        } catch (BrokenInvariantException e) {
            throw failure(e, FailureType.BROKEN_INVARIANT);
        } catch (TemporalException e) {
            throw e;
        } catch (RuntimeException e) {
            throw wordless(e);
        }
    }

    private static ApplicationFailure wordless(RuntimeException failure) {
        List<String> chain = new ArrayList<>();
        for (Throwable at = failure; at != null && chain.size() < LONGEST_CHAIN; at = at.getCause()) {
            String state = at instanceof SQLException sql ? " with SQLState " + sql.getSQLState() : "";
            chain.add(at.getClass().getSimpleName() + state);
        }
        ApplicationFailure wordless = ApplicationFailure.newFailure(
                String.join(", caused by ", chain), failure.getClass().getName());
        wordless.setStackTrace(failure.getStackTrace());
        return wordless;
    }

    private static ApplicationFailure failure(RuntimeException cause, FailureType type) {
        return ApplicationFailure.newNonRetryableFailure(cause.getMessage(), type.name());
    }
}
