package dev.pith.activities.automatic;

import dev.pith.activities.store.RequestJson;
import dev.pith.workflows.FailureType;
import dev.pith.workflows.compaction.CompactionSpec;
import dev.pith.workflows.compaction.Outcome;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A compaction that looked at all messages of a conversation, or that is running.
 *
 * @param request its request as JSON
 * @param version the context version that it left, or began with if it runs
 * @param outcome how it ended; null while it runs
 * @param failure the type of its failure; null without one
 */
public record EarlierCompaction(
        String id,
        String request,
        int version,
        @Nullable Outcome outcome,
        @Nullable String failure) {

    /** Failures of the endpoint, which say nothing about the conversation. */
    private static final Set<String> OF_THE_ENDPOINT =
            Set.of(FailureType.MODEL_REFUSED.name(), FailureType.MODEL_UNAVAILABLE.name());

    boolean isRunning() {
        return outcome == null;
    }

    boolean asked(CompactionSpec spec) {
        return RequestJson.spec(request, id).differencesTo(spec).isEmpty();
    }

    /** Returns whether it would end in the same way if it were repeated. */
    boolean isConclusive() {
        if (outcome == null) {
            return false;
        }
        return switch (outcome) {
            case COMPACTED, COMPACTED_DEGRADED, NOTHING_TO_DO, IRREDUCIBLE, OVER_BUDGET, CANCELED -> true;
            case FAILED -> failure == null || !OF_THE_ENDPOINT.contains(failure);
            case PREVIEWED, SUPERSEDED, INTERRUPTED -> false;
        };
    }
}
