package dev.pith.activities.layering;

import dev.pith.activities.compaction.MergeParts;
import dev.pith.activities.compaction.SummarizerFactory;
import dev.pith.activities.conversation.Conversation;
import dev.pith.activities.conversation.OpaqueId;
import dev.pith.activities.conversation.StoredMessage;
import dev.pith.activities.conversation.Summary;
import dev.pith.activities.gateway.Attempt;
import dev.pith.activities.gateway.UnfitReplyException;
import dev.pith.activities.store.Compaction;
import dev.pith.activities.store.Compactions;
import dev.pith.activities.store.Conversations;
import dev.pith.activities.store.Database;
import dev.pith.activities.store.Frontiers;
import dev.pith.activities.store.MessageReading;
import dev.pith.activities.store.Messages;
import dev.pith.activities.store.Summaries;
import dev.pith.activities.summarizing.Summarizer;
import dev.pith.activities.summarizing.Summarizer.Draft;
import dev.pith.activities.summarizing.Summarizer.Wish;
import dev.pith.workflows.compaction.Attempted;
import dev.pith.workflows.compaction.CondenseTask;
import dev.pith.workflows.model.Rung;
import dev.pith.workflows.model.Verdict;
import java.util.ArrayList;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Condenses neighboring staged summaries into one that replaces them in the staged layers. Thread-safe. */
public final class GroupCondensing {

    private final Database database;
    private final SummarizerFactory summarizerFactory;

    public GroupCondensing(Database database, SummarizerFactory summarizerFactory) {
        this.database = database;
        this.summarizerFactory = summarizerFactory;
    }

    /**
     * Condenses a group, or returns the staged result. A text that is not shorter than its members is not staged; the
     * members stay.
     *
     * @throws UnfitReplyException if the reply of the model cannot replace the group
     */
    public Attempted condense(CondenseTask task, Attempt attempt) {
        List<Summary> members = database.transact(handle -> members(handle, task));
        if (members.size() < 2) {
            return new Attempted(
                    Verdict.FIT, members.stream().mapToInt(Summary::tokens).sum(), true);
        }
        Conversation stored = database.table(Conversations.class)
                .find(task.request().conversation())
                .orElseThrow();
        Wish wish = new Wish(task.group().budget(), task.request().spec().focus(), stored.project(), stored.branch());
        Summarizer summarizer = summarizerFactory.ofCondensation(task, attempt);
        Draft draft = summarizer.merge(members.stream().map(MergeParts::of), pinned(task), wish);
        if (draft.tokens() < members.stream().mapToInt(Summary::tokens).sum()) {
            replace(task, members, condensed(task, members, draft, summarizer));
        }
        return new Attempted(Verdict.FIT, draft.tokens(), false);
    }

    private static List<Summary> members(Handle handle, CondenseTask task) {
        return handle.attach(Frontiers.class)
                .within(
                        task.request().id(),
                        task.group().fromSeq(),
                        task.group().toSeq());
    }

    private @Nullable StoredMessage pinned(CondenseTask task) {
        Compaction compaction =
                database.table(Compactions.class).find(task.request().id()).orElseThrow();
        return MessageReading.pinnedIn(
                database.table(Messages.class),
                compaction,
                task.group().fromSeq(),
                task.group().toSeq());
    }

    private static Summary condensed(CondenseTask task, List<Summary> members, Draft draft, Summarizer summarizer) {
        boolean withoutModel =
                task.request().spec().model() != null && task.step().rung() == Rung.EXTRACTIVE;
        return new Summary(
                OpaqueId.next(),
                task.request().conversation(),
                task.request().id(),
                "condensed",
                task.group().level(),
                members.get(0).fromSeq(),
                members.get(members.size() - 1).toSeq(),
                draft.text(),
                draft.digest(),
                draft.tokens(),
                null,
                null,
                members.stream().mapToLong(Summary::descendants).sum(),
                withoutModel || members.stream().anyMatch(Summary::degraded),
                summarizer.name(),
                summarizer.promptHash(),
                task.request().spec().focus());
    }

    private void replace(CondenseTask task, List<Summary> members, Summary condensed) {
        String compaction = task.request().id();
        database.transact(handle -> {
            handle.attach(Compactions.class).lock(compaction);
            if (!members(handle, task).equals(members)) {
                // Another attempt was faster.
                return false;
            }
            handle.attach(Summaries.class)
                    .store(
                            condensed,
                            members.stream()
                                    .map(member -> new Summaries.Source(member.id(), member.fromSeq(), member.toSeq()))
                                    .toList());
            List<String> frontier =
                    new ArrayList<>(handle.attach(Frontiers.class).ids(compaction));
            int at = frontier.indexOf(members.get(0).id());
            frontier.subList(at, at + members.size()).clear();
            frontier.add(at, condensed.id());
            handle.attach(Frontiers.class).set(compaction, frontier, condensed.degraded());
            return true;
        });
    }
}
