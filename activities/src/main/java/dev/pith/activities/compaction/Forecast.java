package dev.pith.activities.compaction;

import dev.pith.activities.model.Prices;
import dev.pith.activities.model.Usage;
import dev.pith.activities.planning.HeadPlan;
import dev.pith.activities.planning.LayerForecast;
import dev.pith.activities.planning.ModelRoom;
import dev.pith.activities.planning.SummaryRoom;
import dev.pith.activities.prompting.Prompt;
import dev.pith.activities.tokens.TokenCounter;
import dev.pith.workflows.FlushMode;
import dev.pith.workflows.compaction.ChunkRef;
import dev.pith.workflows.compaction.CompactionSpec;
import dev.pith.workflows.compaction.Decision;
import dev.pith.workflows.model.ModelUse;
import java.math.BigDecimal;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The most calls, tokens and cost of a compaction in which the first reply to every call is accepted. Retries come on
 * top; stored replies cost nothing.
 *
 * @param chunkCalls the calls for chunks, one each; 0 without a model
 * @param mergeCalls the most calls that merge chunk summaries; 0 if these are never merged
 * @param flushCalls the most calls that extract memories of the head; a flush sends less than forecast, since it omits
 *     tools
 * @param tokensIn the most tokens sent, with a reserve for differences between token counters
 * @param tokensOut the most tokens received, reasoning included
 */
public record Forecast(HeadPlan plan, int chunkCalls, int mergeCalls, int flushCalls, long tokensIn, long tokensOut) {

    /** Tokens of a message's label (number and author) in a prompt, beyond its frame in a context. */
    private static final long LABEL = 8;

    /** Tokens of the prompt's lines without data: tags, project, branch, place, length. */
    private static final int LINES = 300;

    /** Tokens of the tags around a chunk summary in a merge. */
    private static final int PART = 30;

    /**
     * Forecasts the calls of a plan.
     *
     * @param window the window that the model's endpoint serves, in tokens; ignored without a model
     */
    static Forecast of(HeadPlan plan, CompactionSpec spec, int window) {
        ModelUse model = spec.model();
        if (model == null || plan.nothing() || plan.decision() == Decision.PRUNE) {
            return new Forecast(plan, 0, 0, 0, 0, 0);
        }
        ModelRoom room = ModelRoom.of(model, window);
        boolean alone = plan.chunks().size() == 1;
        int chunkText = plan.room().chunk();
        long in = 0;
        for (ChunkRef chunk : plan.chunks()) {
            long data = chunk.tokens() + LABEL * (chunk.toSeq() - chunk.fromSeq() + 1);
            long fits = Math.min(data, room.data(chunkText, 1));
            in += around(ofChunk(plan, spec), spec.focus())
                    + fits
                    + (alone && spec.layered() == null ? plan.anchorTokens() : 0);
        }
        long out = (long) plan.chunks().size() * room.answer(chunkText, 1);
        if (spec.layered() != null) {
            return layered(plan, spec, room, in, out);
        }
        int merges = plan.chunks().size() > 1 ? merges(plan, model, window) : 0;
        if (merges > 0) {
            in += merges * around(Prompt.MERGE, spec.focus())
                    + plan.anchorTokens()
                    + plan.chunks().size() * part(chunkText)
                    + (merges - 1) * part(chunkText);
            out += (merges - 1L) * room.answer(chunkText, 1)
                    + room.answer(SummaryRoom.forText(plan.summaryBudget(), model), 1);
        }
        return withFlush(plan, spec, room, merges, in, out);
    }

    private static Forecast layered(HeadPlan plan, CompactionSpec spec, ModelRoom room, long leavesIn, long leavesOut) {
        LayerForecast layers = LayerForecast.of(plan, Objects.requireNonNull(spec.layered()));
        long in = leavesIn
                + layers.tokensIn()
                + layers.calls()
                        * (around(Prompt.LASTING, spec.focus())
                                + (long) PART * spec.layered().fanout());
        long out = leavesOut
                + layers.budgets().stream()
                        .mapToLong(budget -> room.answer(budget, 1))
                        .sum();
        return withFlush(plan, spec, room, layers.calls(), in, out);
    }

    private static Forecast withFlush(
            HeadPlan plan, CompactionSpec spec, ModelRoom room, int merges, long readForIt, long writtenForIt) {
        boolean none = spec.flush() == FlushMode.OFF || plan.isEmpty();
        int flushes = none ? 0 : flushes(plan, room);
        long in = readForIt + (long) flushes * around(Prompt.FLUSH, null) + (flushes > 0 ? words(plan) : 0);
        long out = writtenForIt + (long) flushes * room.answer(ModelRoom.MEMORIES, 1);
        return new Forecast(plan, plan.chunks().size(), merges, flushes, ModelRoom.atMost(in), out);
    }

    /** Returns the calls that extract memories; each reads as much as fits. */
    private static int flushes(HeadPlan plan, ModelRoom room) {
        long read = room.data(ModelRoom.MEMORIES, 1);
        return (int) Math.max(1, (words(plan) + read - 1) / read);
    }

    /** Returns the most tokens of the head as a transcript. */
    private static long words(HeadPlan plan) {
        return plan.headTokens() + LABEL * (plan.headTo() - plan.headFrom() + 1);
    }

    /**
     * Returns the calls of a tree of merges, if all chunk summaries have their full length and each merge reads as many
     * as fit.
     */
    private static int merges(HeadPlan plan, ModelUse model, int window) {
        long read = HeadPlan.mostRead(model, window, plan.summaryBudget());
        long part = part(plan.room().chunk());
        long together = Math.max(2, read / part);
        long parts = plan.chunks().size();
        int merges = 1;
        while (parts > 2 && plan.anchorTokens() + parts * part > read) {
            long groups = (parts + together - 1) / together;
            merges += (int) groups;
            parts = groups;
        }
        return merges;
    }

    /** Returns the most tokens of a chunk summary in a merge, tags included. */
    private static long part(int chunkText) {
        return Math.max(2L * chunkText, (long) chunkText + PromptSpec.PART_LEEWAY) + PART;
    }

    /** Returns whether the chunk summaries must be merged even if they only have their target length. */
    public boolean surelyMerges() {
        return mergeCalls > 0
                && (long) plan.chunks().size() * (plan.room().chunk() + PART)
                        > plan.room().stand();
    }

    private static Prompt ofChunk(HeadPlan plan, CompactionSpec spec) {
        if (spec.layered() != null) {
            return Prompt.LEAF;
        }
        if (plan.chunks().size() > 1) {
            return Prompt.CHUNK;
        }
        return spec.gist() != null ? Prompt.GIST : plan.anchorTokens() > 0 ? Prompt.UPDATE : Prompt.CHUNK;
    }

    private static long around(Prompt prompt, @Nullable String focus) {
        TokenCounter counter = TokenCounter.shared();
        return (long) counter.count(prompt.text()) + LINES + (focus == null ? 0 : counter.count(focus));
    }

    /** Returns the number of all calls. */
    public int calls() {
        return chunkCalls + mergeCalls + flushCalls;
    }

    /** Returns the highest cost; empty if prices are unknown, and zero without any call. */
    public Optional<BigDecimal> cost(@Nullable Prices prices) {
        if (calls() == 0) {
            return Optional.of(BigDecimal.ZERO);
        }
        return Optional.ofNullable(prices).map(known -> known.cost(new Usage(tokensIn, tokensOut, 0, true)));
    }
}
