package dev.pith.activities.compaction;

import dev.pith.activities.conversation.Summary;
import dev.pith.activities.planning.SummaryRoom;
import dev.pith.activities.prompting.Prompt;
import dev.pith.workflows.compaction.ChunkTask;
import dev.pith.workflows.compaction.CompactionRequest;
import dev.pith.workflows.compaction.MergeTask;
import dev.pith.workflows.model.ModelUse;
import dev.pith.workflows.model.Step;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Describes the text that one attempt requests from a model.
 *
 * @param goal the kind of text, and its length
 * @param purpose chunk or merge
 * @param work the key of the text
 * @param place the part of the conversation; null where it is the whole
 * @param anchors the summaries to update
 * @param due when the step was first due
 */
record PromptSpec(
        String conversation,
        String compaction,
        ModelUse use,
        Prompt prompt,
        Step step,
        Goal goal,
        String purpose,
        String work,
        @Nullable String place,
        List<Summary> anchors,
        Instant due) {

    static final int PART_LEEWAY = 500;

    /** For one chunk. A chunk that is the whole head updates the earlier summary in the same call. */
    static PromptSpec chunk(ChunkTask task, List<Summary> anchors, boolean wholeHead, Instant due) {
        boolean gist = task.request().spec().gist() != null && wholeHead;
        boolean updates = wholeHead && !anchors.isEmpty();
        String range = task.chunk().fromSeq() + " to " + task.chunk().toSeq();
        String place = wholeHead ? "everything so far, messages " + range : "messages " + range;
        return new PromptSpec(
                task.request().conversation(),
                task.request().id(),
                use(task.request()),
                gist ? Prompt.GIST : updates ? Prompt.UPDATE : Prompt.CHUNK,
                task.step(),
                wholeHead ? Goal.WHOLE_TEXT : Goal.PART,
                "chunk",
                "chunk " + range,
                place,
                updates ? anchors : List.of(),
                due);
    }

    /** For the merge of neighboring chunk summaries, whose result is merged again. */
    static PromptSpec group(ChunkTask task, Instant due) {
        String range = task.chunk().fromSeq() + " to " + task.chunk().toSeq();
        return new PromptSpec(
                task.request().conversation(),
                task.request().id(),
                use(task.request()),
                Prompt.MERGE,
                task.step(),
                Goal.PART,
                "merge",
                "merge " + range,
                "messages " + range,
                List.of(),
                due);
    }

    /** For the merge of all chunk summaries. */
    static PromptSpec merge(MergeTask task, Instant due) {
        return new PromptSpec(
                task.request().conversation(),
                task.request().id(),
                use(task.request()),
                task.request().spec().gist() == null ? Prompt.MERGE : Prompt.GIST,
                task.step(),
                Goal.SUMMARY,
                "merge",
                "merge",
                null,
                List.of(),
                due);
    }

    /**
     * What its text must be shorter than: what it takes the place of. A gist takes nobody's place, and of a few words may be
     * longer than they are.
     */
    long shorterThan(long sourceTokens) {
        return prompt == Prompt.GIST ? Long.MAX_VALUE : sourceTokens;
    }

    private static ModelUse use(CompactionRequest request) {
        return Objects.requireNonNull(request.spec().model(), "a rung with a model needs one");
    }

    /** The kind of a text, which determines its length. */
    enum Goal {
        /** A part that is put together or merged with others; what is too long for the first is merged. */
        PART,
        /** All of the model's text in a summary; its budget leaves room for the ledger. */
        WHOLE_TEXT,
        /** The same, with the summary's budget. */
        SUMMARY
    }

    /** The length that the prompt asks for, in tokens. */
    int wanted(int budget) {
        return goal == Goal.SUMMARY ? SummaryRoom.forText(budget, use) : budget;
    }

    /**
     * What its text takes at most: models commonly write longer than they are told. A whole text may take the ledger's room.
     */
    int tolerated(int budget) {
        return switch (goal) {
            case PART -> Math.max(2 * budget, budget + PART_LEEWAY);
            case WHOLE_TEXT -> budget * 100 / (100 - use.ledgerPercent());
            case SUMMARY -> budget;
        };
    }
}
