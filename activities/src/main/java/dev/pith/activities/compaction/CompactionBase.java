package dev.pith.activities.compaction;

import dev.pith.activities.conversation.ContextVersion;
import dev.pith.activities.conversation.Conversation;
import dev.pith.activities.planning.GistHead;
import dev.pith.activities.planning.HeadPlan;
import dev.pith.activities.planning.LiveSizes;
import dev.pith.workflows.compaction.CompactionSpec;
import java.util.List;
import java.util.Optional;
import java.util.function.LongFunction;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * Where a compaction begins: what already stands for a part of the conversation, and for how much of it.
 *
 * @param basis the summaries that it brings up to date, in order
 * @param tokens what they take
 * @param through the last message that they stand for; 0 where there are none
 * @param standing what the summaries take that stand in the context now, which may be others
 * @param standingThrough the last message that those stand for
 * @param watermark the last message of a gist that may still hold; null where there is none, or none is asked for
 */
record CompactionBase(
        List<String> basis,
        long tokens,
        long through,
        long standing,
        long standingThrough,
        @Nullable Long watermark) {

    /** Nothing stands for anything yet. */
    static final CompactionBase NOTHING = ofGist(List.of(), 0, 0, null);

    /** Of a gist: it replaces nothing in the context. */
    static CompactionBase ofGist(List<String> basis, long tokens, long through, @Nullable Long watermark) {
        return new CompactionBase(basis, tokens, through, tokens, through, watermark);
    }

    /** Of a conversation as it stands. */
    static CompactionBase of(
            Handle handle, Conversation conversation, ContextVersion version, CompactionSpec spec, int window) {
        ContextBase context = new ContextBase(handle, version, spec, window);
        return spec.gist() == null ? context.found() : new GistBase(handle, conversation, context).found();
    }

    /**
     * What there is to do from here.
     *
     * @param from the sizes of the messages from one on
     */
    HeadPlan plan(LongFunction<LiveSizes> from, CompactionSpec spec, int window) {
        LiveSizes read = from.apply(through + 1);
        if (spec.gist() == null) {
            return HeadPlan.of(from.apply(standingThrough + 1), standing, read, tokens, spec, window);
        }
        int after = spec.gist().after();
        boolean upToDate = Optional.ofNullable(watermark)
                .filter(last -> read.countAfter(last) < after)
                .isPresent();
        return GistHead.of(read, tokens, upToDate, spec, window);
    }
}
