package dev.pith.activities.layering;

import dev.pith.activities.conversation.Summary;
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
                new Leaves(handle, compaction, request.spec()).stage();
            }
            return layers(frontiers.of(request.id()), compaction.summaryBudget(), request);
        });
    }

    private static Layers layers(List<Summary> frontier, int most, CompactionRequest request) {
        List<Condensation.Node> nodes = frontier.stream()
                .map(summary ->
                        new Condensation.Node(level(summary), summary.fromSeq(), summary.toSeq(), summary.tokens()))
                .toList();
        Condensation next = new Condensation(
                nodes, most, Objects.requireNonNull(request.spec().layered()), PlanningActivities.PAGE);
        return new Layers(
                next.next(),
                nodes.size(),
                nodes.stream().mapToLong(Condensation.Node::tokens).sum());
    }

    /** Returns the level of a summary. A rolling one counts as condensed, since it was made from others. */
    static int level(Summary summary) {
        return summary.kind().equals("rolling") ? 1 : summary.level();
    }
}
