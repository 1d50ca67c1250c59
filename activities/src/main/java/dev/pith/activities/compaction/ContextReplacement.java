package dev.pith.activities.compaction;

import dev.pith.activities.conversation.ContextVersion;
import dev.pith.activities.conversation.Summary;
import dev.pith.activities.store.Compaction;
import dev.pith.activities.store.Messages;
import dev.pith.activities.store.RequestJson;
import dev.pith.activities.store.Summaries;
import dev.pith.workflows.compaction.CompactionSpec;
import dev.pith.workflows.compaction.Outcome;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/**
 * Replaces the head of a compaction, and the summaries before it, by its staged summaries.
 *
 * @param version the planned context version, which is still the current one
 * @param live the summaries that are live afterwards, in order, at least one
 */
record ContextReplacement(Handle handle, Compaction compaction, ContextVersion version, List<Summary> live)
        implements ContextChange {

    @Override
    public Ending previewed() {
        long after = tokensAfter();
        return worthless(after).orElseGet(() -> new Ending(Outcome.PREVIEWED, null, after, null));
    }

    /** Replaces the head and queues its memory flush, unless the context would not get smaller. */
    @Override
    public Ending made() {
        long after = tokensAfter();
        return worthless(after).orElseGet(() -> replaced(after, RequestJson.spec(compaction)));
    }

    private Optional<Ending> worthless(long after) {
        boolean blank = live.stream().anyMatch(summary -> summary.text().isBlank());
        if (!blank && (after < compaction.tokensBefore() || mends())) {
            return Optional.empty();
        }
        String numbers = (live.size() == 1 ? "its summary" : "its summaries") + " would take the context from "
                + compaction.tokensBefore() + " to " + after + " tokens, so nothing was replaced";
        return Optional.of(new Ending(Outcome.IRREDUCIBLE, null, compaction.tokensBefore(), numbers));
    }

    /** Returns whether a degraded live summary is rebuilt from its sources. Such a repair may enlarge the context. */
    private boolean mends() {
        return !compaction.basis().equals(version.summaries())
                && handle.attach(Summaries.class).inOrder(version.summaries()).stream()
                        .anyMatch(Summary::degraded);
    }

    private Ending replaced(long after, CompactionSpec spec) {
        PostCommit postCommit = new PostCommit(handle, compaction);
        int next = postCommit.append(new ContextVersion(
                compaction.conversation(),
                version.version() + 1,
                live.stream().map(Summary::id).toList(),
                headTo(),
                version.abandoned(),
                version.pruned(),
                "compaction"));
        postCommit.askForFlush(spec);
        Integer target = spec.targetTokens();
        if (target != null && live.get(0).tokens() > target) {
            String numbers = "the summary takes " + live.get(0).tokens() + " tokens where " + target
                    + " were asked for: the last request stands in it word for word";
            return new Ending(Outcome.IRREDUCIBLE, next, after, numbers);
        }
        Ending done = postCommit.ending(isDegraded(), next, after);
        // The next compaction rewrites degraded work, so it must not count as up to date.
        return done.outcome() == Outcome.COMPACTED
                ? postCommit.unlessOverTarget(new KeptRequest(handle, compaction).unlessTooLong(done))
                : done;
    }

    /** Returns whether this compaction wrote a degraded summary; those that only stay live are not its work. */
    private boolean isDegraded() {
        return live.stream()
                .anyMatch(summary -> summary.degraded() && summary.compaction().equals(compaction.id()));
    }

    private long tokensAfter() {
        return live.stream().mapToLong(Summary::tokens).sum()
                + handle.attach(Messages.class)
                        .tokens(
                                compaction.conversation(),
                                headTo() + 1,
                                compaction.mark(),
                                version.abandoned(),
                                version.pruned());
    }

    /** Returns the last summarized message; without a head, only summaries were condensed. */
    private long headTo() {
        return compaction.headTo() == null ? version.compactedThrough() : compaction.headTo();
    }
}
