package dev.pith.activities.compaction;

import dev.pith.activities.conversation.Summary;
import dev.pith.activities.store.ChunkSummary;
import dev.pith.activities.store.Chunks;
import dev.pith.activities.store.Database;
import dev.pith.activities.summarizing.Summarizer.Part;
import dev.pith.workflows.model.Rung;
import java.util.List;
import java.util.stream.Stream;

/** The inputs of a merge, in order: anchors, then chunk summaries, which are read in pages to bound memory. */
public final class MergeParts {

    private static final int PAGE = 50;

    private MergeParts() {}

    static Stream<Part> of(Database database, String compaction, List<Summary> anchors) {
        Chunks chunks = database.table(Chunks.class);
        Stream<ChunkSummary> summaries = Stream.iterate(
                        chunks.summariesFrom(compaction, 0, PAGE),
                        page -> !page.isEmpty(),
                        page -> page.size() < PAGE
                                ? List.<ChunkSummary>of()
                                : chunks.summariesFrom(
                                        compaction, page.get(PAGE - 1).toSeq() + 1, PAGE))
                .flatMap(List::stream);
        return Stream.concat(anchors.stream().map(MergeParts::of), summaries.map(MergeParts::of));
    }

    /** Returns a stored summary as a part. */
    public static Part of(Summary anchor) {
        return new Part(anchor.fromSeq(), anchor.toSeq(), anchor.text(), anchor.digest(), anchor.promptHash() != null);
    }

    /** Returns a chunk summary as a part. */
    public static Part of(ChunkSummary chunk) {
        boolean byModel = !chunk.rung().equals(Rung.EXTRACTIVE.name());
        return new Part(chunk.fromSeq(), chunk.toSeq(), chunk.text(), chunk.digest(), byModel);
    }
}
