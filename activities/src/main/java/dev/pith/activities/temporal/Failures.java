package dev.pith.activities.temporal;

import dev.pith.activities.gateway.ModelCallException;
import dev.pith.activities.store.BrokenInvariantException;
import dev.pith.activities.store.UnknownConversationException;
import dev.pith.workflows.ActivityPolicies;
import dev.pith.workflows.FailureType;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.temporal.failure.ApplicationFailure;
import io.temporal.failure.CanceledFailure;
import io.temporal.failure.TemporalException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Translates permanent failures into failures that Temporal does not retry. Other failures keep Temporal's retry
 * policy, but lose their message, since a database quotes the rows that it rejects and the history must contain no
 * conversation text.
 */
final class Failures {

    private static final int LONGEST_CHAIN = 5;

    /** Temporal's status codes that a retry does not change. */
    private static final Set<Status.Code> LASTING =
            Set.of(Status.Code.INVALID_ARGUMENT, Status.Code.UNIMPLEMENTED, Status.Code.FAILED_PRECONDITION);

    private Failures() {}

    static <T> T translated(WatchedContext context, Supplier<T> work) {
        try {
            return work.get();
        } catch (UnknownConversationException e) {
            throw lasting(String.valueOf(e.getMessage()), FailureType.UNKNOWN_CONVERSATION);
        } catch (BrokenInvariantException e) {
            throw lasting(String.valueOf(e.getMessage()), FailureType.BROKEN_INVARIANT);
        } catch (ModelCallException e) {
            throw unanswered(e);
        } catch (TemporalException e) {
            throw e;
        } catch (RuntimeException e) {
            throw wordless(e, context.getInfo().getAttempt());
        }
    }

    private static TemporalException unanswered(ModelCallException why) {
        String words = String.valueOf(why.getMessage());
        return switch (why.kind()) {
            case LATER ->
                ApplicationFailure.newBuilder()
                        .setMessage(words)
                        .setType(ActivityPolicies.LATER)
                        .setNextRetryDelay(why.delay())
                        .build();
            case OVERFLOW -> lasting(words, FailureType.CONTEXT_OVERFLOW);
            case REFUSED -> lasting(words, FailureType.MODEL_REFUSED);
            case EXHAUSTED -> lasting(words, FailureType.MODEL_UNAVAILABLE);
            case OVER_BUDGET -> lasting(words, FailureType.OVER_BUDGET);
            case CANCELED -> new CanceledFailure(words);
        };
    }

    private static ApplicationFailure lasting(String words, FailureType type) {
        return ApplicationFailure.newNonRetryableFailure(words, type.name());
    }

    /**
     * Returns a failure without its message. An outage of the store or Temporal is always retried; any other error that
     * persists over several attempts is a defect.
     */
    private static ApplicationFailure wordless(RuntimeException failure, int attempt) {
        List<String> chain = new ArrayList<>();
        boolean away = false;
        for (Throwable at = failure; at != null && chain.size() < LONGEST_CHAIN; at = at.getCause()) {
            String state = at instanceof SQLException sql ? " with SQLState " + sql.getSQLState() : "";
            away |= at instanceof SQLException refused && !isOfData(refused);
            away |= at instanceof StatusRuntimeException answer
                    && !LASTING.contains(answer.getStatus().getCode());
            chain.add(at.getClass().getSimpleName() + state);
        }
        String words = String.join(", caused by ", chain);
        boolean defect = !away && attempt >= ActivityPolicies.SUMMARIZING_ATTEMPTS;
        ApplicationFailure wordless = defect
                ? lasting(words, FailureType.DEFECT)
                : ApplicationFailure.newFailure(words, failure.getClass().getName());
        wordless.setStackTrace(failure.getStackTrace());
        return wordless;
    }

    /** Returns whether the database rejected the data (SQLState class 22 or 23), which a retry does not change. */
    private static boolean isOfData(SQLException refused) {
        String state = refused.getSQLState();
        return state != null && (state.startsWith("22") || state.startsWith("23"));
    }
}
