package dev.pith.workflows.compaction;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** Layers and pruning as the test says. */
final class FakeLayers implements LayeringActivities, PruningActivities {

    private final List<String> calls;
    private final Deque<Layers> next = new ArrayDeque<>();
    volatile Pruned pruned = new Pruned(0, false);

    FakeLayers(List<String> calls) {
        this.calls = calls;
    }

    void next(Layers... all) {
        next.addAll(List.of(all));
    }

    @Override
    public Layers layers(CompactionRequest request) {
        calls.add("layers");
        return next.removeFirst();
    }

    @Override
    public Pruned prune(CompactionRequest request) {
        calls.add("prune");
        return pruned;
    }
}
