package dev.pith.activities.compaction;

import dev.pith.activities.conversation.ContextVersion;
import dev.pith.activities.conversation.Summary;
import dev.pith.activities.store.Summaries;
import dev.pith.workflows.compaction.CompactionSpec;
import java.util.ArrayList;
import java.util.List;
import org.jdbi.v3.core.Handle;

/**
 * Finds the base of LAYERED: the live summaries that stay live. If a model is requested, they end before the first one
 * that was written without the model it needed; what follows is read again. With {@code fresh}, the base is empty.
 */
record LayeredBase(Handle handle, ContextVersion version, CompactionSpec spec) {

    CompactionBase found() {
        List<Summary> live = handle.attach(Summaries.class).inOrder(version.summaries());
        List<String> kept = new ArrayList<>();
        long tokens = 0;
        long through = 0;
        for (Summary summary : live) {
            if (spec.model() != null && (summary.degraded() || spec.model().fresh())) {
                break;
            }
            kept.add(summary.id());
            tokens += summary.tokens();
            through = summary.toSeq();
        }
        long standing = live.stream().mapToLong(Summary::tokens).sum();
        boolean all = kept.size() == live.size();
        return new CompactionBase(
                kept, tokens, all ? version.compactedThrough() : through, standing, version.compactedThrough(), null);
    }
}
