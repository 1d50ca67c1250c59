package dev.pith.activities.planning;

import dev.pith.workflows.compaction.ChunkRef;
import dev.pith.workflows.compaction.CompactionSpec;
import dev.pith.workflows.compaction.ContextTarget;
import dev.pith.workflows.compaction.Decision;
import dev.pith.workflows.compaction.LayeredSpec;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * Plans LAYERED: the head is cut into chunks, each of which becomes a leaf behind the summaries that stay live.
 *
 * @param live the messages that no live summary covers, as they stand in the context
 * @param standing the tokens of the live summaries
 * @param read the messages to read, which are more than the live ones if summaries are rebuilt
 * @param kept the tokens of the live summaries that stay
 * @param summaries the number of summaries that stay
 * @param window the window that the model's endpoint serves, in tokens; ignored without a model
 */
public record LayeredHead(
        LiveSizes live, long standing, LiveSizes read, long kept, int summaries, CompactionSpec spec, int window) {

    /** The part of the usable window (1/2) that the tail may take without a target. */
    private static final int TAIL_SHARE = 2;

    /** The part of the usable window (1/10) that all summaries together may take without a target. */
    private static final int SUMMARY_SHARE = 10;

    /** The largest share of a leaf in its chunk, in percent. */
    private static final int LEAF_PERCENT = 35;

    /** Returns the plan for the current state of a conversation. */
    public HeadPlan plan() {
        long all = standing + live.tokens(live.mark());
        ContextTarget target = spec.context();
        long wanted = target == null ? Long.MAX_VALUE : target.of(all);
        LayeredSpec layered = Objects.requireNonNull(spec.layered(), "settings of layers");
        long usable = spec.sizes().usableWindow();
        Tail tail = new FreshTail(layered, usable / TAIL_SHARE, live.mark())
                .of(live, target == null ? Long.MAX_VALUE : wanted - layered.condensedTokens());
        long headTo = tail.fromSeq() - 1;
        long headTokens = read.tokens(headTo);
        List<ChunkRef> chunks = headTokens < HeadPlan.SMALLEST_HEAD ? List.of() : chunks(headTo, headTokens, layered);
        long left = wanted - tail.tokens();
        // A target that the tail alone exceeds cannot be reached, so it must not cost the summaries their words.
        long budget = target == null || left < CompactionSpec.MIN_TARGET ? usable / SUMMARY_SHARE : left;
        return new HeadPlan(
                decision(chunks, headTokens, budget),
                live.mark(),
                read.from(),
                chunks.isEmpty() ? read.from() - 1 : headTo,
                chunks.isEmpty() ? 0 : headTokens,
                kept,
                all,
                live.lastOfPerson().orElse(null),
                chunks,
                (int) Math.min(Integer.MAX_VALUE, budget),
                SummaryRoom.ofLeaves(leaf(layered, headTokens, chunks.size()), spec.model()));
    }

    private Decision decision(List<ChunkRef> chunks, long headTokens, long budget) {
        if (chunks.isEmpty()) {
            return summaries > 1 && kept > budget ? Decision.CONDENSE : Decision.NOTHING_TO_DO;
        }
        if (chunks.size() == 1) {
            return Decision.SINGLE_PASS;
        }
        return headTokens <= mostRead(Objects.requireNonNull(spec.layered())) ? Decision.PREEMPTIVE : Decision.OVERSIZE;
    }

    private static int leaf(LayeredSpec layered, long headTokens, int chunks) {
        long share = headTokens * LEAF_PERCENT / 100 / Math.max(1, chunks);
        return (int) Math.max(CompactionSpec.MIN_TARGET, Math.min(layered.leafTokens(), share));
    }

    private List<ChunkRef> chunks(long headTo, long headTokens, LayeredSpec layered) {
        long largest = Math.min(layered.chunkTokens(), mostRead(layered));
        long size = ChunkSize.divideUp(headTokens, ChunkSize.divideUp(headTokens, largest));
        ChunkCutter cutter = new ChunkCutter(size, 2 * size, layered.chunkMessages());
        try (Stream<MessageSize> inOrder = read.inOrder(headTo)) {
            inOrder.forEachOrdered(cutter::add);
        }
        return cutter.chunks();
    }

    private long mostRead(LayeredSpec layered) {
        return HeadPlan.mostRead(spec.model(), window, layered.leafTokens());
    }
}
