package dev.pith.activities.layering;

import dev.pith.activities.planning.Condensation;
import dev.pith.activities.store.Compaction;
import dev.pith.activities.store.Compactions;
import dev.pith.activities.store.Database;
import dev.pith.activities.store.Frontiers;
import dev.pith.workflows.compaction.CompactionRequest;
import dev.pith.workflows.compaction.Layers;
import dev.pith.workflows.compaction.PlanningActivities;
import java.util.List;
import java.util.Objects;

/** Stages the layers of a compaction, and chooses what to condense next. Thread-safe. */
public final class Layering {

    private final Database database;

    public Layering(Database database) {
        this.database = database;
    }

    /** Stages the leaves on the first call; returns the layers with the next groups. */
    public Layers layers(CompactionRequest request) {
        return database.transact(handle -> {
            handle.attach(Compactions.class).lock(request.id());
            Compaction compaction =
                    handle.attach(Compactions.class).find(request.id()).orElseThrow();
            Frontiers frontiers = handle.attach(Frontiers.class);
            if (!frontiers.isStaged(request.id())) {
                Leaves.of(handle, compaction, request.spec()).stage();
            }
            return layers(frontiers.nodes(request.id()), compaction.summaryBudget(), request);
        });
    }

    private static Layers layers(List<Condensation.Node> nodes, int most, CompactionRequest request) {
        Condensation next = new Condensation(
                nodes, most, Objects.requireNonNull(request.spec().layered()), PlanningActivities.PAGE);
        return new Layers(
                next.next(),
                nodes.size(),
                nodes.stream().mapToLong(Condensation.Node::tokens).sum());
    }
}
