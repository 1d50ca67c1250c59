package dev.pith.activities.planning;

import dev.pith.activities.tokens.TokenCounter;
import dev.pith.workflows.compaction.ChunkRef;
import dev.pith.workflows.compaction.CompactionSpec;
import dev.pith.workflows.compaction.Decision;
import dev.pith.workflows.compaction.GistSpec;
import java.util.List;
import java.util.Objects;

/**
 * Plans a gist: it reads all messages since its watermark. No tail is kept, since nothing is replaced; any conversation
 * with words has a gist.
 */
public final class GistHead {

    private GistHead() {}

    /**
     * Plans a gist for the current state of a conversation.
     *
     * @param earlierTokens the tokens of the summaries that it updates
     * @param upToDate whether the existing gist is still valid
     * @param window the window that the model's endpoint serves, in tokens; ignored without a model
     */
    public static HeadPlan of(LiveSizes sizes, long earlierTokens, boolean upToDate, CompactionSpec spec, int window) {
        GistSpec gist = Objects.requireNonNull(spec.gist(), "settings of a gist");
        int budget = spec.targetTokens() != null
                ? spec.targetTokens()
                : HeadPlan.updatable(gist.maxTokens(), spec.model(), window);
        long headTokens = upToDate ? 0 : sizes.tokens(sizes.mark());
        boolean nothing = upToDate || !haveWords(sizes, headTokens);
        long most = HeadPlan.mostRead(spec.model(), window, budget);
        ChunkSize size = ChunkSize.of(headTokens, most - Math.min(earlierTokens, most / 2), spec);
        List<ChunkRef> chunks = nothing ? List.of() : HeadPlan.chunks(sizes, sizes.mark(), size);
        return new HeadPlan(
                nothing ? Decision.NOTHING_TO_DO : size.decision(),
                sizes.mark(),
                sizes.from(),
                nothing ? sizes.from() - 1 : chunks.get(chunks.size() - 1).toSeq(),
                headTokens,
                earlierTokens,
                earlierTokens + headTokens,
                null,
                chunks,
                budget,
                SummaryRoom.merged(budget, chunks.size(), spec.model()));
    }

    /**
     * Returns whether there are words: messages that only name an attachment, or are empty, take no more than their
     * frames.
     */
    private static boolean haveWords(LiveSizes sizes, long tokens) {
        return tokens > TokenCounter.PER_MESSAGE * sizes.countAfter(sizes.from() - 1);
    }
}
