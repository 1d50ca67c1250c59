package dev.pith.starter.cli.compaction;

import dev.pith.activities.conversation.Conversation;
import dev.pith.activities.conversation.Summary;
import dev.pith.activities.store.Compaction;
import dev.pith.activities.store.ContextVersions;
import dev.pith.activities.store.Conversations;
import dev.pith.activities.store.Database;
import dev.pith.activities.store.Frontiers;
import dev.pith.activities.store.Summaries;
import dev.pith.workflows.Strategy;
import dev.pith.workflows.compaction.Decision;
import dev.pith.workflows.compaction.Outcome;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The summaries to show for an ended compaction, in order: those that are live after it, would be after a preview, or
 * stand because there was nothing to do; for a gist, the gist.
 */
record WrittenSummaries(List<Summary> all) {

    static WrittenSummaries of(Database database, Compaction ended) {
        return new WrittenSummaries(found(database, ended));
    }

    private static List<Summary> found(Database database, Compaction ended) {
        Summaries summaries = database.table(Summaries.class);
        if (ended.strategy() == Strategy.GIST) {
            return database
                    .table(Conversations.class)
                    .find(ended.conversation())
                    .map(Conversation::gist)
                    .flatMap(summaries::find)
                    .stream()
                    .toList();
        }
        ContextVersions versions = database.table(ContextVersions.class);
        if (ended.outcome() == Outcome.NOTHING_TO_DO) {
            return summaries.inOrder(versions.current(ended.conversation()).summaries());
        }
        if (ended.decision() == Decision.PRUNE) {
            return List.of();
        }
        if (ended.toVersion() != null) {
            return summaries.inOrder(
                    versions.at(ended.conversation(), ended.toVersion()).summaries());
        }
        if (ended.outcome() != Outcome.PREVIEWED) {
            return List.of();
        }
        return ended.strategy() == Strategy.LAYERED
                ? database.table(Frontiers.class).of(ended.id())
                : summaries.inOrder(List.of(String.valueOf(ended.summary())));
    }

    boolean isEmpty() {
        return all.isEmpty();
    }

    Optional<Summary> first() {
        return all.stream().findFirst();
    }

    Optional<Summary> last() {
        return all.stream().reduce((earlier, later) -> later);
    }

    long tokens() {
        return all.stream().mapToLong(Summary::tokens).sum();
    }

    /** Returns the text, with a title for each summary if there are several. */
    String text() {
        return all.size() == 1
                ? all.get(0).text()
                : all.stream()
                        .map(summary -> "# Messages " + summary.fromSeq() + " to " + summary.toSeq() + " ("
                                + summary.kind() + " " + summary.id() + ")\n\n"
                                + summary.text().strip())
                        .collect(Collectors.joining("\n\n"));
    }
}
