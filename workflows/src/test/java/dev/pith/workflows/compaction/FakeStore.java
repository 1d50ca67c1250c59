package dev.pith.workflows.compaction;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Planning and commit over a plan that the test chose; it notes what was asked of it. */
final class FakeStore implements PlanningActivities, CommitActivities {

    static final int CHUNK_TOKENS = 1_000;

    private final Plan plan;
    private final List<String> calls;
    private final List<CompactionResult> recorded = Collections.synchronizedList(new ArrayList<>());
    volatile Runnable whilePlanning = () -> {};
    volatile Runnable whileCommitting = () -> {};
    volatile boolean losesItsChunks;
    volatile boolean plansNothing;
    volatile List<ChunkRef> groups = List.of();

    FakeStore(Plan plan, List<String> calls) {
        this.plan = plan;
        this.calls = calls;
    }

    static Plan plan(Decision decision, int chunks) {
        return new Plan(
                decision,
                1,
                10L * chunks + 4,
                chunks,
                (long) chunks * CHUNK_TOKENS,
                9_000_000,
                4_000,
                4_000,
                0,
                100_000,
                0,
                false);
    }

    @Override
    @SuppressWarnings("NullAway") // What another version may send
    public Planned plan(CompactionRequest request) {
        calls.add("plan");
        whilePlanning.run();
        return plansNothing ? null : new Planned(plan, page(0));
    }

    @Override
    public List<ChunkRef> chunks(String compaction, int fromIndex) {
        calls.add("page from " + fromIndex);
        return page(fromIndex);
    }

    @Override
    public List<ChunkRef> split(CompactionRequest request, ChunkRef chunk) {
        calls.add("split " + chunk.fromSeq() + " to " + chunk.toSeq());
        long middle = (chunk.fromSeq() + chunk.toSeq()) / 2;
        long half = chunk.tokens() / 2;
        return chunk.fromSeq() == chunk.toSeq()
                ? List.of(chunk)
                : List.of(
                        new ChunkRef(chunk.index(), chunk.fromSeq(), middle, half),
                        new ChunkRef(chunk.index(), middle + 1, chunk.toSeq(), chunk.tokens() - half));
    }

    @Override
    public void join(CompactionRequest request, ChunkRef chunk) {
        calls.add("join " + chunk.fromSeq() + " to " + chunk.toSeq());
    }

    @Override
    public List<ChunkRef> groups(CompactionRequest request, int mergeInput) {
        calls.add("groups");
        List<ChunkRef> next = groups;
        groups = List.of();
        return next;
    }

    private List<ChunkRef> page(int fromIndex) {
        int to = losesItsChunks ? fromIndex : Math.min(plan.chunks(), fromIndex + PAGE);
        return IntStream.range(fromIndex, to)
                .mapToObj(index -> new ChunkRef(index, 10L * index + 1, 10L * index + 10, CHUNK_TOKENS))
                .toList();
    }

    @Override
    public CompactionResult commit(CompactionRequest request) {
        calls.add("commit");
        whileCommitting.run();
        return record(request, Outcome.COMPACTED, null);
    }

    @Override
    public CompactionResult preview(CompactionRequest request) {
        calls.add("preview");
        return record(request, Outcome.PREVIEWED, null);
    }

    @Override
    public CompactionResult end(
            CompactionRequest request, Outcome outcome, @Nullable String error, @Nullable String failure) {
        calls.add("end");
        return record(request, outcome, error);
    }

    /** The outcomes that were recorded; a compaction that has ended keeps the one it has. */
    List<CompactionResult> recorded() {
        return List.copyOf(recorded);
    }

    private CompactionResult record(CompactionRequest request, Outcome outcome, @Nullable String error) {
        if (recorded.isEmpty()) {
            int version = outcome == Outcome.COMPACTED && request.spec().gist() == null ? 2 : 1;
            recorded.add(
                    new CompactionResult(request.id(), outcome, version, plan.tokensBefore(), 5_000, false, error));
        }
        return recorded.get(0);
    }
}
