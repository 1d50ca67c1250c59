package dev.pith.activities.compaction;

import dev.pith.activities.conversation.Conversation;
import dev.pith.activities.conversation.Summary;
import dev.pith.activities.store.Gist;
import dev.pith.activities.store.Gists;
import dev.pith.activities.store.Summaries;
import dev.pith.workflows.compaction.CompactionSpec;
import dev.pith.workflows.compaction.GistSpec;
import java.util.List;
import java.util.Objects;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * Finds the base of a gist: the newest sound gist with its watermark, or none. A gist without a base reads the live
 * summaries if they hold more tokens than the gist may, and otherwise all messages.
 *
 * @param ofContext finds the base of a context compaction; used only if the gist is rebuilt
 */
record GistBase(Handle handle, Conversation conversation, ContextBase ofContext) {

    /** The most updates of a gist before it is rebuilt, so that it does not drift: every fifth one is a rebuild. */
    private static final int MOST_RENEWALS = 4;

    CompactionBase found() {
        List<Gist> chain = handle.attach(Gists.class).chain(conversation.id());
        // Skips degraded gists, so that the next one replaces them. The sources of a gist are never degraded.
        List<Gist> sound = chain.stream().filter(gist -> !gist.degraded()).toList();
        if (sound.isEmpty()
                || ofContext.version().abandoned().contains(sound.get(0).toSeq())) {
            return anew(null);
        }
        Gist last = sound.get(0);
        Long watermark = chain.get(0).degraded() ? null : last.toSeq();
        return sound.size() > MOST_RENEWALS
                ? anew(watermark)
                : CompactionBase.ofGist(List.of(last.id()), last.tokens(), last.toSeq(), watermark);
    }

    private CompactionBase anew(@Nullable Long watermark) {
        CompactionBase context = ofContext.found();
        List<Summary> told = handle.attach(Summaries.class).inOrder(context.basis());
        boolean enough = context.tokens() > mostTokens() && told.stream().allMatch(this::serves);
        boolean more = !ofContext.version().live(conversation.messages()).isEmpty();
        return enough && more
                ? CompactionBase.ofGist(context.basis(), context.tokens(), context.through(), watermark)
                : CompactionBase.ofGist(List.of(), 0, 0, watermark);
    }

    /** If a model is requested, excludes summaries written without a model. Degraded summaries are always excluded. */
    private boolean serves(Summary summary) {
        return !summary.degraded() && (ofContext.spec().model() == null || summary.promptHash() != null);
    }

    private int mostTokens() {
        CompactionSpec spec = ofContext.spec();
        GistSpec gist = Objects.requireNonNull(spec.gist());
        return Objects.requireNonNullElse(spec.targetTokens(), gist.maxTokens());
    }
}
