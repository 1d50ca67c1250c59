package dev.pith.activities.compaction;

import dev.pith.activities.conversation.ContextVersion;
import dev.pith.activities.conversation.OpaqueId;
import dev.pith.activities.conversation.Ranges;
import dev.pith.activities.conversation.Summary;
import dev.pith.activities.store.ChunkSummary;
import dev.pith.activities.store.Chunks;
import dev.pith.activities.store.Compaction;
import dev.pith.activities.store.Compactions;
import dev.pith.activities.store.Summaries;
import dev.pith.activities.store.Summaries.Source;
import dev.pith.activities.summarizing.Summarizer.Draft;
import dev.pith.workflows.compaction.CompactionRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;

/**
 * Stages a text as the summary of a compaction's head, with its sources: it is in the store, and no context shows it before
 * the commit.
 *
 * @param handle of the transaction that all of it happens in
 * @param version the context version that the compaction began at
 * @param anchors that version's summaries
 */
record Staging(
        Handle handle,
        CompactionRequest request,
        Compaction compaction,
        ContextVersion version,
        List<Summary> anchors) {

    /** Of a planned compaction. */
    static Staging of(Handle handle, CompactionRequest request, Compaction compaction, ContextVersion version) {
        List<Summary> anchors = handle.attach(Summaries.class).inOrder(version.summaries());
        return new Staging(handle, request, compaction, version, anchors);
    }

    /** Stages what a summarizer wrote. */
    Summary stage(Draft draft, boolean degraded, String model) {
        Summary summary = summary(draft, degraded, model);
        List<Source> sources = sources();
        Summaries summaries = handle.attach(Summaries.class);
        summaries.insert(summary);
        summaries.insertSources(
                summary.id(), IntStream.range(0, sources.size()).boxed().toList(), sources);
        summaries.dateFromMessages(summary.id());
        handle.attach(Compactions.class).stage(request.id(), summary.id(), degraded);
        return summary;
    }

    /** Stages the only chunk's summary as it stands. */
    Summary stageOnlyChunk() {
        try (Stream<ChunkSummary> chunks = handle.attach(Chunks.class).summaries(request.id())) {
            ChunkSummary chunk = chunks.findFirst()
                    .orElseThrow(() -> new BrokenInvariantException(
                            "compaction " + request.id() + " is to be committed but its chunk has no summary"));
            return stage(new Draft(chunk.text(), chunk.digest(), chunk.tokens()), chunk.degraded(), chunk.model());
        }
    }

    private Summary summary(Draft draft, boolean degraded, String model) {
        long from = anchors.isEmpty()
                ? Objects.requireNonNull(compaction.headFrom())
                : anchors.get(0).fromSeq();
        long to = Objects.requireNonNull(compaction.headTo());
        long before = anchors.stream().mapToLong(Summary::descendants).sum();
        return new Summary(
                OpaqueId.next(),
                request.conversation(),
                request.id(),
                "rolling",
                from,
                to,
                draft.text(),
                draft.digest(),
                draft.tokens(),
                null,
                null,
                before + head().size(),
                degraded,
                model,
                request.spec().focus());
    }

    private List<Source> sources() {
        List<Source> sources = new ArrayList<>();
        anchors.forEach(anchor -> sources.add(new Source(anchor.id(), anchor.fromSeq(), anchor.toSeq())));
        head().list().forEach(range -> sources.add(new Source(null, range.from(), range.to())));
        return sources;
    }

    private Ranges head() {
        return Ranges.of(Objects.requireNonNull(compaction.headFrom()), Objects.requireNonNull(compaction.headTo()))
                .minus(version.abandoned());
    }
}
