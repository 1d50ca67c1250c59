package dev.pith.activities.compaction;

import dev.pith.activities.conversation.ContextVersion;
import dev.pith.activities.conversation.Conversation;
import dev.pith.activities.planning.GistHead;
import dev.pith.activities.planning.HeadPlan;
import dev.pith.activities.planning.LayeredHead;
import dev.pith.activities.planning.LiveSizes;
import dev.pith.activities.planning.PruneHead;
import dev.pith.activities.planning.SizesFrom;
import dev.pith.workflows.compaction.CompactionSpec;
import dev.pith.workflows.compaction.GistSpec;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * The state that a compaction starts from: the existing summaries, and the messages that they cover.
 *
 * @param basis the ids of the summaries to update, in order
 * @param tokens the tokens of these summaries
 * @param through the last message that they cover; 0 without summaries
 * @param standing the tokens of the live summaries, which differ from the basis if that is rebuilt
 * @param standingThrough the last message that the live summaries cover
 * @param watermark the last message that a reusable gist covers; null without one, or if no gist is requested
 */
record CompactionBase(
        List<String> basis,
        long tokens,
        long through,
        long standing,
        long standingThrough,
        @Nullable Long watermark) {

    /** A base without summaries. */
    static final CompactionBase NOTHING = ofGist(List.of(), 0, 0, null);

    /** Returns the base of a gist, which replaces nothing in the context. */
    static CompactionBase ofGist(List<String> basis, long tokens, long through, @Nullable Long watermark) {
        return new CompactionBase(basis, tokens, through, tokens, through, watermark);
    }

    /**
     * Finds the base for a request: {@link GistBase} for a gist, else {@link ContextBase}.
     *
     * @param window the window that the model's endpoint serves, in tokens
     */
    static CompactionBase of(
            Handle handle, Conversation conversation, ContextVersion version, CompactionSpec spec, int window) {
        if (spec.layered() != null) {
            return new LayeredBase(handle, version, spec).found();
        }
        ContextBase context = new ContextBase(handle, version, spec, window);
        return spec.gist() == null ? context.found() : new GistBase(handle, conversation, context).found();
    }

    /**
     * Plans the head from this base.
     *
     * @param sizes finds the sizes of the messages
     */
    HeadPlan plan(SizesFrom sizes, CompactionSpec spec, int window) {
        LiveSizes read = sizes.asWritten(through + 1);
        GistSpec gist = spec.gist();
        if (gist == null) {
            LiveSizes live = sizes.inContext(standingThrough + 1);
            return switch (spec.strategy()) {
                case LAYERED -> new LayeredHead(live, standing, read, tokens, basis.size(), spec, window).plan();
                case PRUNE -> PruneHead.of(live, standing, spec);
                default -> HeadPlan.of(live, standing, read, tokens, spec, window);
            };
        }
        int after = gist.after();
        boolean upToDate = Optional.ofNullable(watermark)
                .filter(last -> read.countAfter(last) < after)
                .isPresent();
        return GistHead.of(read, tokens, upToDate, spec, window);
    }
}
