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
 * @param headFrom first message of the head
 * @param headTo last message of the head; before the first where there is none
 * @param anchorTokens what the summaries hold that would be updated
 * @param tokensBefore what the whole context holds now
 * @param lastRequest the last message of a person; null where there is none, and for a gist
 * @param summaryBudget what the summary may take
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

    /** A smaller head is not worth a summary: what it would save is less than what the summary's frame takes. */
    private static final int SMALLEST_HEAD = 300;

    /** A transcript's labels take the rest: a few tokens a message, up to a twentieth where messages are short. */
    private static final double UNLABELED = 0.95;

    public HeadPlan {
        chunks = List.copyOf(chunks);
    }

    /**
     * Of a conversation as it stands.
     *
     * @param live the messages that no summary stands for
     * @param standing what the summaries take that stand in the context
     * @param read the messages that are read: the live ones, or more of them
     * @param anchorTokens what the summaries take that are updated; others are written anew
     * @param window what the endpoint of the spec's model serves, in tokens; of no meaning where there is no model
     */
    public static HeadPlan of(
            LiveSizes live, long standing, LiveSizes read, long anchorTokens, CompactionSpec spec, int window) {
        Tail tail = tail(live, spec);
        long headTo = tail.fromSeq() - 1;
        long headTokens = read.tokens(headTo);
        long liveTokens = read.from() == live.from() ? headTokens : live.tokens(headTo);
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

    /** The message of a person that must stand word for word in the summary; null where none must. */
    public @Nullable Long pinned() {
        return nothing() || lastRequest == null || lastRequest.seq() > headTo ? null : lastRequest.seq();
    }

    /** Why no compaction makes the context short; empty where one does, or nothing is too long. */
    public Optional<String> irreducible(Sizes sizes) {
        return Optional.ofNullable(lastRequest).flatMap(request -> request.tooLong(sizes));
    }

    /** Whether there is nothing worth a summary. */
    public boolean nothing() {
        return decision == Decision.NOTHING_TO_DO;
    }

    private static Tail tail(LiveSizes sizes, CompactionSpec spec) {
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

    /** No longer than that the next compaction can read it and as much again. */
    static int updatable(int budget, @Nullable ModelUse model, int window) {
        return (int) Math.max(1, Math.min(budget, mostRead(model, window, budget) / 2));
    }

    /** What one call can read at most, in tokens; nothing bounds it where no model reads. */
    public static long mostRead(@Nullable ModelUse model, int window, int budget) {
        return model == null
                ? Long.MAX_VALUE
                : (long) (ModelRoom.of(model, window).data(SummaryRoom.forText(budget, model), 1) * UNLABELED);
    }
}
