package dev.pith.activities.compaction;

import dev.pith.activities.gateway.ProviderState;
import dev.pith.activities.gateway.Providers;
import dev.pith.activities.planning.ModelRoom;
import dev.pith.activities.planning.SummaryRoom;
import dev.pith.activities.store.ChunkSummary;
import dev.pith.activities.store.Chunks;
import dev.pith.activities.store.Compaction;
import dev.pith.activities.store.Compactions;
import dev.pith.activities.store.Database;
import dev.pith.workflows.compaction.ChunkRef;
import dev.pith.workflows.compaction.CompactionRequest;
import dev.pith.workflows.model.ModelUse;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;

/** Groups chunk summaries for a tree of merges. Thread-safe. */
public final class Grouping {

    /** Tokens of the tags around a part. */
    private static final int TAGS = 20;

    private final Database database;

    public Grouping(Database database) {
        this.database = database;
    }

    /**
     * Returns the groups of neighboring chunks that one merge can read. Empty if one merge can read all chunks and
     * anchors, or if no two neighbors fit together.
     *
     * @param mergeInput the most tokens that one merge can read, by the plan
     */
    public List<ChunkRef> groups(CompactionRequest request, int mergeInput) {
        return database.transact(handle -> {
            Compaction compaction =
                    handle.attach(Compactions.class).find(request.id()).orElseThrow();
            long anchors = Basis.of(handle, compaction).tokens();
            try (Stream<ChunkSummary> chunks = handle.attach(Chunks.class).summaries(request.id())) {
                return groups(chunks.toList(), anchors, Math.min(mergeInput, learnt(handle, request, mergeInput)));
            }
        });
    }

    /** Returns what a merge can read, by the window that the endpoint has reported since planning. */
    private static int learnt(Handle handle, CompactionRequest request, int mergeInput) {
        ModelUse model = request.spec().model();
        return model == null
                ? mergeInput
                : handle.attach(Providers.class)
                        .find(model.endpoint())
                        .map(ProviderState::servedWindow)
                        .map(window -> ModelRoom.of(model, window).data(budget(handle, request, model), 1))
                        .orElse(mergeInput);
    }

    private static int budget(Handle handle, CompactionRequest request, ModelUse model) {
        return SummaryRoom.forText(
                handle.attach(Compactions.class)
                        .find(request.id())
                        .orElseThrow()
                        .summaryBudget(),
                model);
    }

    static List<ChunkRef> groups(List<ChunkSummary> chunks, long anchorTokens, int mergeInput) {
        long all = anchorTokens
                + chunks.stream().mapToLong(chunk -> chunk.tokens() + TAGS).sum();
        if (all <= mergeInput) {
            return List.of();
        }
        List<ChunkRef> groups = new ArrayList<>();
        int from = 0;
        long tokens = 0;
        for (int i = 0; i <= chunks.size(); i++) {
            long next = i == chunks.size() ? Long.MAX_VALUE / 2 : chunks.get(i).tokens() + TAGS;
            if (i > from && tokens + next > mergeInput) {
                if (i - from > 1) {
                    groups.add(new ChunkRef(
                            groups.size(),
                            chunks.get(from).fromSeq(),
                            chunks.get(i - 1).toSeq(),
                            tokens));
                }
                from = i;
                tokens = 0;
            }
            tokens += next;
        }
        return groups;
    }
}
