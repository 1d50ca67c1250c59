package dev.pith.activities.compaction;

import dev.pith.activities.conversation.ContextVersion;
import dev.pith.activities.conversation.Summary;
import dev.pith.activities.planning.HeadPlan;
import dev.pith.activities.store.Summaries;
import dev.pith.workflows.compaction.CompactionSpec;
import java.util.List;
import org.jdbi.v3.core.Handle;

/**
 * Finds where the compaction of a context begins: at its live summaries, which it brings up to date. Where a model is asked
 * that could hardly read more than them, and where one of them was written without the model that was asked, it goes back to
 * what they were made from: to an earlier summary, or to the messages. Asked to write afresh, it begins at the messages.
 */
record ContextBase(Handle handle, ContextVersion version, CompactionSpec spec, int window) {

    /** What one call can read beside summaries that take more than this is not worth the call. */
    private static final double MOST_OF_A_CALL = 0.75;

    CompactionBase found() {
        List<Summary> live = summaries().inOrder(version.summaries());
        List<Summary> basis = live;
        while (!serve(basis) || (isAfresh() && !basis.isEmpty())) {
            basis = summaries().sourcesOf(ids(basis));
        }
        long through = basis.equals(live) ? version.compactedThrough() : through(basis);
        return new CompactionBase(ids(basis), tokens(basis), through, tokens(live), version.compactedThrough(), null);
    }

    private boolean isAfresh() {
        return spec.model() != null && spec.model().fresh();
    }

    private boolean serve(List<Summary> basis) {
        return basis.isEmpty()
                || spec.model() == null
                || (basis.stream().noneMatch(Summary::degraded)
                        && tokens(basis) <= HeadPlan.mostRead(spec.model(), window, window) * MOST_OF_A_CALL);
    }

    private static long through(List<Summary> basis) {
        return basis.stream().mapToLong(Summary::toSeq).max().orElse(0);
    }

    private static long tokens(List<Summary> all) {
        return all.stream().mapToLong(Summary::tokens).sum();
    }

    private static List<String> ids(List<Summary> all) {
        return all.stream().map(Summary::id).toList();
    }

    private Summaries summaries() {
        return handle.attach(Summaries.class);
    }
}
