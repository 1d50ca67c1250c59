package dev.pith.activities.compaction;

import dev.pith.activities.conversation.ContextVersion;
import dev.pith.activities.conversation.Summary;
import dev.pith.activities.store.Compaction;
import dev.pith.activities.store.ContextVersions;
import dev.pith.activities.store.Conversations;
import dev.pith.activities.store.Messages;
import dev.pith.activities.store.RequestJson;
import dev.pith.activities.store.Summaries;
import dev.pith.workflows.compaction.CompactionSpec;
import dev.pith.workflows.compaction.Outcome;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/**
 * Replaces the head of a compaction by its staged summary.
 *
 * @param handle the transaction, which holds the lock on the conversation's row
 * @param version the planned context version, which is still the current one
 */
record ContextReplacement(Handle handle, Compaction compaction, ContextVersion version, Summary summary) {

    /** Ends the compaction as previewed: the summary stays staged, the context stays unchanged. */
    Ending previewed() {
        long after = tokensAfter();
        return worthless(after).orElseGet(() -> new Ending(Outcome.PREVIEWED, null, after, null));
    }

    /** Replaces the head and queues its memory flush, unless the context would not get smaller. */
    Ending made() {
        long after = tokensAfter();
        return worthless(after).orElseGet(() -> replaced(after, RequestJson.spec(compaction)));
    }

    private Optional<Ending> worthless(long after) {
        if (!summary.text().isBlank() && (after < compaction.tokensBefore() || mends())) {
            return Optional.empty();
        }
        String numbers = "its summary would take the context from " + compaction.tokensBefore() + " to " + after
                + " tokens, so nothing was replaced";
        return Optional.of(new Ending(Outcome.IRREDUCIBLE, null, compaction.tokensBefore(), numbers));
    }

    /** Returns whether a degraded live summary is rebuilt from its sources. Such a repair may enlarge the context. */
    private boolean mends() {
        return !compaction.basis().equals(version.summaries())
                && handle.attach(Summaries.class).inOrder(version.summaries()).stream()
                        .anyMatch(Summary::degraded);
    }

    private Ending replaced(long after, CompactionSpec spec) {
        int next = append();
        PostCommit postCommit = new PostCommit(handle, compaction);
        postCommit.askForFlush(spec);
        Integer target = spec.targetTokens();
        if (target != null && summary.tokens() > target) {
            String numbers = "the summary takes " + summary.tokens() + " tokens where " + target
                    + " were asked for: the last request stands in it word for word";
            return new Ending(Outcome.IRREDUCIBLE, next, after, numbers);
        }
        Ending done = postCommit.ending(summary, next, after);
        // The next compaction rewrites degraded work, so it must not count as up to date.
        return done.outcome() == Outcome.COMPACTED ? new KeptRequest(handle, compaction).unlessTooLong(done) : done;
    }

    private long tokensAfter() {
        return summary.tokens()
                + handle.attach(Messages.class)
                        .tokens(compaction.conversation(), headTo() + 1, compaction.mark(), version.abandoned());
    }

    private int append() {
        int next = version.version() + 1;
        handle.attach(ContextVersions.class)
                .append(
                        new ContextVersion(
                                compaction.conversation(),
                                next,
                                List.of(summary.id()),
                                headTo(),
                                version.abandoned(),
                                "compaction"),
                        compaction.id());
        handle.attach(Conversations.class).setVersion(compaction.conversation(), next);
        return next;
    }

    private long headTo() {
        return Objects.requireNonNull(compaction.headTo());
    }
}
