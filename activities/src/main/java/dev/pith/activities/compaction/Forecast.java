package dev.pith.activities.compaction;

import dev.pith.activities.model.Prices;
import dev.pith.activities.model.Usage;
import dev.pith.activities.planning.HeadPlan;
import dev.pith.activities.planning.ModelRoom;
import dev.pith.activities.planning.SummaryRoom;
import dev.pith.activities.prompting.Prompt;
import dev.pith.activities.tokens.TokenCounter;
import dev.pith.workflows.FlushMode;
import dev.pith.workflows.compaction.ChunkRef;
import dev.pith.workflows.compaction.CompactionSpec;
import dev.pith.workflows.model.ModelUse;
import java.math.BigDecimal;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The calls, tokens and cost of a compaction in which the first reply to every call is accepted. Retries come on top; stored
 * replies cost nothing.
 *
 * @param chunkCalls calls for chunks, each at most one; 0 where no model is asked
 * @param mergeCalls calls that merge the chunk summaries, at most; there are none where those stand as they are
 * @param flushCalls calls for the memories of what is replaced, at most: they read its words only, not its tools
 * @param tokensIn what is sent at most, with room for another way to count
 * @param tokensOut what may come back at most, reasoning included
 */
public record Forecast(HeadPlan plan, int chunkCalls, int mergeCalls, int flushCalls, long tokensIn, long tokensOut) {

    /** What stands around the data: number and writer of a message, on top of what a context has around it. */
    private static final long LABEL = 8;

    /** Tags, project, branch, place, length: the lines of a prompt that hold no data. */
    private static final int LINES = 300;

    /** Tags around a chunk's summary where it is merged. */
    private static final int PART = 30;

    /** Of a plan. */
    static Forecast of(HeadPlan plan, CompactionSpec spec, int window) {
        ModelUse model = spec.model();
        if (model == null || plan.nothing()) {
            return new Forecast(plan, 0, 0, 0, 0, 0);
        }
        ModelRoom room = ModelRoom.of(model, window);
        boolean alone = plan.chunks().size() == 1;
        int chunkText = plan.room().chunk();
        long in = 0;
        for (ChunkRef chunk : plan.chunks()) {
            long data = chunk.tokens() + LABEL * (chunk.toSeq() - chunk.fromSeq() + 1);
            long fits = Math.min(data, room.data(chunkText, 1));
            in += around(ofChunk(plan, spec), spec.focus()) + fits + (alone ? plan.anchorTokens() : 0);
        }
        long out = (long) plan.chunks().size() * room.answer(chunkText, 1);
        int merges = plan.chunks().size() > 1 ? merges(plan, model, window) : 0;
        if (merges > 0) {
            in += merges * around(Prompt.MERGE, spec.focus())
                    + plan.anchorTokens()
                    + plan.chunks().size() * part(chunkText)
                    + (merges - 1) * part(chunkText);
            out += (merges - 1L) * room.answer(chunkText, 1)
                    + room.answer(SummaryRoom.forText(plan.summaryBudget(), model), 1);
        }
        int flushes = spec.flush() == FlushMode.OFF ? 0 : flushes(plan, room);
        in += (long) flushes * around(Prompt.FLUSH, null) + (flushes > 0 ? words(plan) : 0);
        out += (long) flushes * room.answer(ModelRoom.MEMORIES, 1);
        return new Forecast(plan, plan.chunks().size(), merges, flushes, ModelRoom.atMost(in), out);
    }

    /** Each call for memories reads as much as fits. */
    private static int flushes(HeadPlan plan, ModelRoom room) {
        long read = room.data(ModelRoom.MEMORIES, 1);
        return (int) Math.max(1, (words(plan) + read - 1) / read);
    }

    /** What the head's words take at most. */
    private static long words(HeadPlan plan) {
        return plan.headTokens() + LABEL * (plan.headTo() - plan.headFrom() + 1);
    }

    /** The calls of a tree of merges, each of which reads as many parts as fit, if all parts are as long as they may be. */
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

    /** What a chunk's summary may take where it is merged, with its tags. */
    private static long part(int chunkText) {
        return Math.max(2L * chunkText, (long) chunkText + PromptSpec.PART_LEEWAY) + PART;
    }

    /** Whether the summaries of the chunks are merged even if they are as short as they are asked to be. */
    public boolean surelyMerges() {
        return mergeCalls > 0
                && (long) plan.chunks().size() * (plan.room().chunk() + PART)
                        > plan.room().stand();
    }

    private static Prompt ofChunk(HeadPlan plan, CompactionSpec spec) {
        if (plan.chunks().size() > 1) {
            return Prompt.CHUNK;
        }
        return spec.gist() != null ? Prompt.GIST : plan.anchorTokens() > 0 ? Prompt.UPDATE : Prompt.CHUNK;
    }

    private static long around(Prompt prompt, @Nullable String focus) {
        TokenCounter counter = TokenCounter.shared();
        return (long) counter.count(prompt.text()) + LINES + (focus == null ? 0 : counter.count(focus));
    }

    /** All calls. */
    public int calls() {
        return chunkCalls + mergeCalls + flushCalls;
    }

    /** What it costs at most; empty where prices are unknown, and nothing where nobody is asked. */
    public Optional<BigDecimal> cost(@Nullable Prices prices) {
        if (calls() == 0) {
            return Optional.of(BigDecimal.ZERO);
        }
        return Optional.ofNullable(prices).map(known -> known.cost(new Usage(tokensIn, tokensOut, 0, true)));
    }
}
