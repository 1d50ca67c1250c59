package dev.pith.activities.compaction;

import dev.pith.activities.conversation.Summary;
import dev.pith.activities.planning.SummaryRoom;
import dev.pith.activities.prompting.Prompt;
import dev.pith.workflows.compaction.ChunkTask;
import dev.pith.workflows.compaction.CompactionRequest;
import dev.pith.workflows.compaction.CondenseTask;
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
 * @param goal the kind of text, which determines its length
 * @param purpose {@code chunk} or {@code merge}
 * @param work the key of the text within the compaction
 * @param place the part of the conversation; null for all of it
 * @param anchors the summaries to update
 * @param due the time when the step first became due
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

    /** Tokens by which a part may always exceed its budget. */
    static final int PART_LEEWAY = 500;

    /** Describes a chunk summary. A chunk that is the whole head updates the earlier summary in the same call. */
    static PromptSpec chunk(ChunkTask task, List<Summary> anchors, boolean wholeHead, Instant due) {
        if (task.request().spec().layered() != null) {
            return leaf(task, anchors, due);
        }
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

    /** Describes a leaf. Its anchors say what came before, so that it need not repeat that. */
    private static PromptSpec leaf(ChunkTask task, List<Summary> before, Instant due) {
        String range = task.chunk().fromSeq() + " to " + task.chunk().toSeq();
        return new PromptSpec(
                task.request().conversation(),
                task.request().id(),
                use(task.request()),
                Prompt.LEAF,
                task.step(),
                Goal.PART,
                "chunk",
                "chunk " + range,
                "messages " + range,
                before,
                due);
    }

    /** Describes the condensation of neighboring summaries, whose result includes the ledger. */
    static PromptSpec condensation(CondenseTask task, Instant due) {
        String range = task.group().fromSeq() + " to " + task.group().toSeq();
        return new PromptSpec(
                task.request().conversation(),
                task.request().id(),
                use(task.request()),
                Prompt.ofLevel(task.group().level()),
                task.step(),
                Goal.CONDENSED,
                "merge",
                "condense " + range,
                "messages " + range,
                List.of(),
                due);
    }

    /** Describes the merge of neighboring chunk summaries, whose result is merged again. */
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

    /** Describes the merge of all chunk summaries. */
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
     * Returns the exclusive upper limit of the text's length, in tokens; none for a gist, which replaces nothing and
     * may be longer than a short source.
     */
    long shorterThan(long sourceTokens) {
        return prompt == Prompt.GIST ? Long.MAX_VALUE : sourceTokens;
    }

    private static ModelUse use(CompactionRequest request) {
        return Objects.requireNonNull(request.spec().model(), "a rung with a model needs one");
    }

    /** The kind of a text, which determines its length. */
    enum Goal {
        /**
         * A part of a summary, which is joined or merged with others; if the parts are too long to join, they are
         * merged.
         */
        PART,
        /** All of the model's text in a summary; the budget already leaves room for the ledger. */
        WHOLE_TEXT,
        /** All of the model's text in a summary; the budget includes the ledger. */
        SUMMARY,
        /**
         * All of the model's text in a condensed summary; the budget includes the ledger. It may be longer, because a
         * target of the context counts all summaries together.
         */
        CONDENSED
    }

    /** Returns the length that the prompt requests, in tokens. */
    int wanted(int budget) {
        return goal == Goal.SUMMARY || goal == Goal.CONDENSED ? SummaryRoom.forText(budget, use) : budget;
    }

    /**
     * Returns the longest accepted text in tokens. It exceeds the requested length, because models commonly write
     * longer. A whole text may use the room of the ledger.
     */
    int tolerated(int budget) {
        return switch (goal) {
            case PART -> Math.max(2 * budget, budget + PART_LEEWAY);
            case WHOLE_TEXT -> budget * 100 / (100 - use.ledgerPercent());
            case SUMMARY -> budget;
            case CONDENSED -> budget + budget / 2;
        };
    }
}
