package dev.pith.workflows.compaction;

import dev.pith.workflows.Differences;
import dev.pith.workflows.FlushMode;
import dev.pith.workflows.Strategy;
import dev.pith.workflows.TaskQueues;
import dev.pith.workflows.model.ModelUse;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a compaction is requested to do. Equal specs request the same.
 *
 * @param targetTokens the most tokens of the summary, at least {@value #MIN_TARGET}; null leaves it to {@link Sizes};
 *     only with ROLLING and GIST, which write one summary
 * @param focus the user's words on what the summary must keep, up to {@value #MAX_FOCUS} characters; null without a
 *     focus
 * @param model the model that writes the summaries; null for summaries without a model
 * @param concurrency the most chunks that are summarized in parallel, 1 to 64
 * @param flush when the memories of the replaced messages are extracted
 * @param preview whether it ends before replacing anything, so that its text can be read and applied later; never with
 *     GIST, which replaces nothing
 * @param gist the settings of a gist; null if the strategy is not GIST
 * @param layered the settings of layers; null if the strategy is not LAYERED
 * @param context the size that the whole context should have afterwards; null without a target, and for a gist
 */
public record CompactionSpec(
        Strategy strategy,
        @Nullable Integer targetTokens,
        @Nullable String focus,
        @Nullable ModelUse model,
        int concurrency,
        Sizes sizes,
        FlushMode flush,
        boolean preview,
        @Nullable GistSpec gist,
        @Nullable LayeredSpec layered,
        @Nullable ContextTarget context) {

    /** The longest focus, in characters. */
    public static final int MAX_FOCUS = 2_000;

    /** The smallest target in tokens, which still holds one sentence and its frame. */
    public static final int MIN_TARGET = 50;

    public CompactionSpec {
        Objects.requireNonNull(strategy, "strategy");
        Objects.requireNonNull(sizes, "sizes");
        Objects.requireNonNull(flush, "flush");
        if (targetTokens != null && targetTokens < MIN_TARGET) {
            throw tooSmall(targetTokens);
        }
        if (focus != null && focus.length() > MAX_FOCUS) {
            throw new IllegalArgumentException("focus has " + focus.length() + " characters, may have " + MAX_FOCUS);
        }
        if (concurrency < 1 || concurrency > 64) {
            throw new IllegalArgumentException("concurrency is " + concurrency + ", must be 1 to 64");
        }
        if ((strategy == Strategy.GIST) != (gist != null)) {
            throw new IllegalArgumentException(
                    "strategy " + strategy + (gist == null ? " needs" : " takes no") + " settings of a gist");
        }
        if ((strategy == Strategy.LAYERED) != (layered != null)) {
            throw new IllegalArgumentException(
                    "strategy " + strategy + (layered == null ? " needs" : " takes no") + " settings of layers");
        }
        if (targetTokens != null && (strategy == Strategy.LAYERED || strategy == Strategy.PRUNE)) {
            throw new IllegalArgumentException(
                    "strategy " + strategy + " writes no single summary: its target is that of the whole context");
        }
        if (strategy == Strategy.GIST && context != null) {
            throw new IllegalArgumentException("a gist stands beside its conversation and does not change the size of"
                    + " its context: leave the target of the context out");
        }
        if (strategy == Strategy.GIST && preview) {
            throw new IllegalArgumentException("a gist stands beside its conversation and replaces nothing, so there is"
                    + " nothing to preview: ask for it without a preview");
        }
        // A gist names what one would search for in its sentences; a ledger below would take their room.
        model = gist == null || model == null ? model : model.withoutLedger();
    }

    /** Creates a spec without settings of layers and without a target of the context. */
    public CompactionSpec(
            Strategy strategy,
            @Nullable Integer targetTokens,
            @Nullable String focus,
            @Nullable ModelUse model,
            int concurrency,
            Sizes sizes,
            FlushMode flush,
            boolean preview,
            @Nullable GistSpec gist) {
        this(strategy, targetTokens, focus, model, concurrency, sizes, flush, preview, gist, null, null);
    }

    /** Creates a spec that replaces the head and flushes memories in the background. */
    public CompactionSpec(
            Strategy strategy,
            @Nullable Integer targetTokens,
            @Nullable String focus,
            @Nullable ModelUse model,
            int concurrency,
            Sizes sizes) {
        this(strategy, targetTokens, focus, model, concurrency, sizes, FlushMode.BACKGROUND, false, null);
    }

    /** Returns a copy that only previews. */
    public CompactionSpec previewed() {
        return copy(strategy, flush, true, gist, layered, context);
    }

    /** Returns a copy with another flush mode. */
    public CompactionSpec flushed(FlushMode mode) {
        return copy(strategy, mode, preview, gist, layered, context);
    }

    /** Returns a copy that requests a gist. */
    public CompactionSpec gist(GistSpec wanted) {
        return copy(Strategy.GIST, flush, preview, wanted, null, null);
    }

    /** Returns a copy that requests layers. */
    public CompactionSpec layered(LayeredSpec wanted) {
        return copy(Strategy.LAYERED, flush, preview, null, wanted, context);
    }

    /** Returns a copy that only shortens results of tools. */
    public CompactionSpec pruning() {
        return copy(Strategy.PRUNE, flush, preview, null, null, context);
    }

    /** Returns a copy with a target of the whole context. */
    public CompactionSpec within(ContextTarget target) {
        return copy(strategy, flush, preview, gist, layered, target);
    }

    /** Returns a copy with another target of its summary; null without one. */
    public CompactionSpec summaryTarget(@Nullable Integer target) {
        return new CompactionSpec(
                strategy, target, focus, model, concurrency, sizes, flush, preview, gist, layered, context);
    }

    private CompactionSpec copy(
            Strategy other,
            FlushMode mode,
            boolean previews,
            @Nullable GistSpec ofGist,
            @Nullable LayeredSpec ofLayers,
            @Nullable ContextTarget target) {
        return new CompactionSpec(
                other, targetTokens, focus, model, concurrency, sizes, mode, previews, ofGist, ofLayers, target);
    }

    /** Returns a spec for ROLLING without a model, with all defaults. */
    public static CompactionSpec defaults() {
        return new CompactionSpec(Strategy.ROLLING, null, null, null, 4, Sizes.defaults());
    }

    static IllegalArgumentException tooSmall(int target) {
        return new IllegalArgumentException("target tokens are " + target + ", must be at least " + MIN_TARGET
                + ": leave the target out to let Pith choose");
    }

    /** Describes the differences to another spec, for users; empty if the two are equal. */
    public List<String> differencesTo(CompactionSpec other) {
        List<String> differences = new ArrayList<>();
        Differences.add(differences, "strategy", strategy, other.strategy);
        Differences.add(differences, "target tokens", targetTokens, other.targetTokens);
        Differences.add(differences, "focus", focus, other.focus);
        Differences.add(differences, "model", profile(), other.profile());
        if (model != null && other.model != null && profile().equals(other.profile())) {
            model.addDifferencesTo(other.model, differences);
        }
        Differences.add(differences, "concurrency", concurrency, other.concurrency);
        Differences.add(differences, "sizes", sizes, other.sizes);
        Differences.add(differences, "flush", flush, other.flush);
        Differences.add(differences, "preview", preview, other.preview);
        Differences.add(differences, "target of the context", context, other.context);
        if (layered != null && other.layered != null) {
            Differences.add(differences, "sizes of layers", layered, other.layered);
        }
        if (gist != null && other.gist != null) {
            Differences.add(differences, "tokens of a gist", gist.maxTokens(), other.gist.maxTokens());
            Differences.add(differences, "new messages", gist.after(), other.gist.after());
        }
        return differences;
    }

    private String profile() {
        return model == null ? TaskQueues.EXTRACTIVE : model.profile();
    }
}
