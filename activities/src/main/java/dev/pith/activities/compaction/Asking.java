package dev.pith.activities.compaction;

import dev.pith.activities.conversation.Summary;
import dev.pith.activities.planning.SummaryRoom;
import dev.pith.activities.prompting.Prompt;
import dev.pith.workflows.compaction.ChunkTask;
import dev.pith.workflows.compaction.CompactionRequest;
import dev.pith.workflows.compaction.MergeTask;
import dev.pith.workflows.compaction.ModelUse;
import dev.pith.workflows.compaction.Step;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What one attempt asks a model for.
 *
 * @param purpose chunk or merge
 * @param work which text it is to become
 * @param place which part of the conversation; null where it is all of it
 * @param anchors the summaries that are updated
 * @param due when the step was first due
 */
record Asking(
        String conversation,
        String compaction,
        ModelUse use,
        Prompt prompt,
        Step step,
        String purpose,
        String work,
        @Nullable String place,
        List<Summary> anchors,
        Instant due) {

    /** One chunk; where it is the whole head, it brings the earlier summary up to date at once. */
    static Asking chunk(ChunkTask task, List<Summary> anchors, boolean wholeHead, Instant due) {
        boolean updates = wholeHead && !anchors.isEmpty();
        String place = wholeHead
                ? null
                : "messages " + task.chunk().fromSeq() + " to " + task.chunk().toSeq();
        return new Asking(
                task.request().conversation(),
                task.request().id(),
                use(task.request()),
                updates ? Prompt.UPDATE : Prompt.CHUNK,
                task.step(),
                "chunk",
                "chunk " + task.chunk().fromSeq() + " to " + task.chunk().toSeq(),
                place,
                updates ? anchors : List.of(),
                due);
    }

    /** The merge of all chunk summaries. */
    static Asking merge(MergeTask task, Instant due) {
        return new Asking(
                task.request().conversation(),
                task.request().id(),
                use(task.request()),
                Prompt.MERGE,
                task.step(),
                "merge",
                "merge",
                null,
                List.of(),
                due);
    }

    private static ModelUse use(CompactionRequest request) {
        return Objects.requireNonNull(request.spec().model(), "a rung with a model needs one");
    }

    /** What the model's own text may take: a chunk's budget is that already, a summary's leaves room for the ledger. */
    int textBudget(int budget) {
        return prompt == Prompt.MERGE ? SummaryRoom.forText(budget, use) : budget;
    }
}
