package dev.pith.activities.planning;

import dev.pith.workflows.compaction.ChunkRef;
import dev.pith.workflows.compaction.CompactionSpec;
import dev.pith.workflows.compaction.Decision;
import dev.pith.workflows.compaction.Sizes;
import dev.pith.workflows.model.ModelUse;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The plan of a compaction: what it replaces, and how. Used by compactions and by forecasts.
 *
 * @param mark the last message of the conversation
 * @param headFrom the first message of the head
 * @param headTo the last message of the head; before {@code headFrom} without a head
 * @param headTokens the tokens of the head
 * @param anchorTokens the tokens of the summaries to update
 * @param tokensBefore the tokens of the whole context now
 * @param lastRequest the last message of a person; null without one, and for a gist
 * @param summaryBudget the most tokens of the summary
 * @param room the division of that budget among the chunks
 */
public record HeadPlan(
        Decision decision,
        long mark,
        long headFrom,
        long headTo,
        long headTokens,
        long anchorTokens,
        long tokensBefore,
        @Nullable LastRequest lastRequest,
        List<ChunkRef> chunks,
        int summaryBudget,
        SummaryRoom room) {

    /** A smaller head is not worth a summary, whose frame takes more than it would save. In tokens. */
    static final int SMALLEST_HEAD = 300;

    /**
     * The share of a call's data that is not labels; labels take a few tokens a message, up to 5 % if messages are
     * short.
     */
    private static final double UNLABELED = 0.95;

    public HeadPlan {
        chunks = List.copyOf(chunks);
    }

    /**
     * Plans a compaction for the current state of a conversation.
     *
     * @param live the messages that no live summary covers, as they stand in the context
     * @param standing the tokens of the live summaries
     * @param read the messages to read: the live ones, or more if summaries are rebuilt
     * @param anchorTokens the tokens of the summaries to update
     * @param window the window that the model's endpoint serves, in tokens; ignored without a model
     */
    public static HeadPlan of(
            LiveSizes live, long standing, LiveSizes read, long anchorTokens, CompactionSpec spec, int window) {
        Tail tail = tail(live, spec);
        long headTo = tail.fromSeq() - 1;
        long headTokens = read.tokens(headTo);
        long liveTokens = read.equals(live) ? headTokens : live.tokens(headTo);
        boolean nothing = headTokens < SMALLEST_HEAD;
        int budget = spec.targetTokens() != null
                ? spec.targetTokens()
                : updatable(Math.max(1, spec.sizes().summaryBudget(headTokens, anchorTokens)), spec.model(), window);
        long most = mostRead(spec.model(), window, budget);
        // A chunk that is the whole head is read together with the earlier summary.
        ChunkSize size = ChunkSize.of(headTokens, most - Math.min(anchorTokens, most / 2), spec);
        List<ChunkRef> chunks = nothing ? List.of() : chunks(read, headTo, size);
        return new HeadPlan(
                nothing ? Decision.NOTHING_TO_DO : size.decision(),
                live.mark(),
                read.from(),
                headTo,
                headTokens,
                anchorTokens,
                standing + liveTokens + tail.tokens(),
                live.lastOfPerson().orElse(null),
                chunks,
                budget,
                SummaryRoom.of(budget, chunks.size(), anchorTokens > 0, spec.model()));
    }

    /** Returns the message of a person that the summary must contain word for word; null without one. */
    public @Nullable Long pinned() {
        return nothing() || lastRequest == null || lastRequest.seq() > headTo ? null : lastRequest.seq();
    }

    /** Returns why no compaction can make the context short enough; empty if one can. */
    public Optional<String> irreducible(Sizes sizes) {
        return Optional.ofNullable(lastRequest).flatMap(request -> request.tooLong(sizes));
    }

    /** Returns whether there is no head: nothing is to be done, or only summaries are condensed. */
    public boolean isEmpty() {
        return nothing() || headTo < headFrom;
    }

    /** Returns whether there is nothing worth a summary. */
    public boolean nothing() {
        return decision == Decision.NOTHING_TO_DO;
    }

    static Tail tail(LiveSizes sizes, CompactionSpec spec) {
        TailChooser chooser = new TailChooser(spec.sizes(), sizes.mark());
        try (Stream<MessageSize> newestFirst = sizes.newestFirst()) {
            Iterator<MessageSize> messages = newestFirst.iterator();
            boolean more = messages.hasNext();
            while (more) {
                more = chooser.offer(messages.next()) && messages.hasNext();
            }
        }
        return chooser.tail();
    }

    static List<ChunkRef> chunks(LiveSizes sizes, long headTo, ChunkSize size) {
        boolean one = size.decision() == Decision.SINGLE_PASS;
        ChunkCutter cutter = new ChunkCutter(one ? Long.MAX_VALUE / 4 : size.tokens());
        try (Stream<MessageSize> inOrder = sizes.inOrder(headTo)) {
            inOrder.forEachOrdered(cutter::add);
        }
        return cutter.chunks();
    }

    /** Limits the summary budget to half of one call's input, so that the next compaction can read it. */
    static int updatable(int budget, @Nullable ModelUse model, int window) {
        return (int) Math.max(1, Math.min(budget, mostRead(model, window, budget) / 2));
    }

    /** Returns the most tokens that one call can read; unbounded without a model. */
    public static long mostRead(@Nullable ModelUse model, int window, int budget) {
        return model == null
                ? Long.MAX_VALUE
                : (long) (ModelRoom.of(model, window).data(SummaryRoom.forText(budget, model), 1) * UNLABELED);
    }
}
