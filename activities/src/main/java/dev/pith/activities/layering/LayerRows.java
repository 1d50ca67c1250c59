package dev.pith.activities.layering;

import dev.pith.activities.conversation.Summary;
import dev.pith.activities.store.Summaries;
import java.util.List;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Handle;

/** Stores a staged summary of the layers with its sources and dates. */
final class LayerRows {

    private LayerRows() {}

    static void insert(Handle handle, Summary summary, List<Summaries.Source> sources) {
        Summaries summaries = handle.attach(Summaries.class);
        summaries.insert(summary);
        summaries.insertSources(
                summary.id(), IntStream.range(0, sources.size()).boxed().toList(), sources);
        summaries.dateFromSources(summary.id());
    }
}
