package dev.pith.activities.compaction;

import dev.pith.activities.conversation.ContextVersion;
import dev.pith.activities.conversation.Conversation;
import dev.pith.activities.conversation.Summary;
import dev.pith.activities.planning.GistHead;
import dev.pith.activities.planning.HeadPlan;
import dev.pith.activities.planning.LiveSizes;
import dev.pith.activities.store.Summaries;
import dev.pith.workflows.compaction.CompactionSpec;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * Where a compaction begins: what already stands for a part of the conversation, and for how much of it.
 *
 * @param basis the summaries that it brings up to date, in order
 * @param tokens what they take
 * @param through the last message that they stand for; 0 where there are none
 * @param watermark the last message of a gist that may still hold; null where there is none, or none is asked for
 */
record Beginning(
        List<String> basis,
        long tokens,
        long through,
        @Nullable Long watermark) {

    /** Nothing stands for anything yet. */
    static final Beginning NOTHING = new Beginning(List.of(), 0, 0, null);

    /** Of a conversation as it stands. */
    static Beginning of(Handle handle, Conversation conversation, ContextVersion version, CompactionSpec spec) {
        return spec.gist() == null
                ? ofContext(handle, version)
                : new GistBeginning(handle, conversation, version, spec).found();
    }

    static Beginning ofContext(Handle handle, ContextVersion version) {
        List<Summary> live = handle.attach(Summaries.class).inOrder(version.summaries());
        return new Beginning(
                version.summaries(), live.stream().mapToLong(Summary::tokens).sum(), version.compactedThrough(), null);
    }

    /** What there is to do from here. */
    HeadPlan plan(LiveSizes sizes, CompactionSpec spec, int window) {
        if (spec.gist() == null) {
            return HeadPlan.of(sizes, tokens, spec, window);
        }
        int after = spec.gist().after();
        boolean upToDate = Optional.ofNullable(watermark)
                .filter(last -> sizes.countAfter(last) < after)
                .isPresent();
        return GistHead.of(sizes, tokens, upToDate, spec, window);
    }
}
