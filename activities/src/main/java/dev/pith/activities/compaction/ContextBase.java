package dev.pith.activities.compaction;

import dev.pith.activities.conversation.ContextVersion;
import dev.pith.activities.conversation.Summary;
import dev.pith.activities.planning.HeadPlan;
import dev.pith.activities.store.Summaries;
import dev.pith.workflows.compaction.CompactionSpec;
import java.util.ArrayList;
import java.util.List;
import org.jdbi.v3.core.Handle;

/**
 * Finds the base of a compaction: normally the live summaries, which it updates. Live summaries that are too large for
 * the model, or degraded although a model is requested, are rebuilt from their sources: earlier summaries, or the
 * messages. With {@code fresh}, the base is empty.
 */
record ContextBase(Handle handle, ContextVersion version, CompactionSpec spec, int window) {

    /**
     * The largest share of one call that existing summaries may take; more leaves too little room for new messages.
     */
    private static final double MOST_OF_A_CALL = 0.75;

    CompactionBase found() {
        List<Summary> live = summaries().inOrder(version.summaries());
        List<Summary> basis = live;
        while (!serve(basis) || (isAfresh() && !basis.isEmpty())) {
            basis = deeper(basis);
        }
        long through = basis.equals(live) ? version.compactedThrough() : through(basis);
        return new CompactionBase(ids(basis), tokens(basis), through, tokens(live), version.compactedThrough(), null);
    }

    /**
     * Returns the summaries that the given ones were made from, up to the first messages that none of them covers.
     */
    private List<Summary> deeper(List<Summary> basis) {
        List<String> deeper = new ArrayList<>();
        for (Summary summary : basis) {
            for (Summaries.Source source : summaries().sources(summary.id())) {
                if (source.sourceSummary() == null) {
                    return summaries().inOrder(deeper);
                }
                deeper.add(source.sourceSummary());
            }
        }
        return summaries().inOrder(deeper);
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
