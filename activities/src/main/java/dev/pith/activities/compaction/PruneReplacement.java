package dev.pith.activities.compaction;

import dev.pith.activities.conversation.ContextVersion;
import dev.pith.activities.conversation.Ranges;
import dev.pith.activities.store.Compaction;
import dev.pith.activities.store.PrunedResults;
import dev.pith.workflows.compaction.Outcome;
import org.jdbi.v3.core.Handle;

/**
 * Lets the staged lines stand for the long results of tools. Every message stays live.
 *
 * @param version the planned context version, which is still the current one
 */
record PruneReplacement(Handle handle, Compaction compaction, ContextVersion version) implements ContextChange {

    @Override
    public Ending previewed() {
        return saved() > 0 ? new Ending(Outcome.PREVIEWED, null, after(), null) : nothing();
    }

    @Override
    public Ending made() {
        if (saved() <= 0) {
            return nothing();
        }
        PostCommit postCommit = new PostCommit(handle, compaction);
        int next = postCommit.append(new ContextVersion(
                compaction.conversation(),
                version.version() + 1,
                version.summaries(),
                version.compactedThrough(),
                version.abandoned(),
                version.pruned().plus(staged()),
                "compaction"));
        Ending done = new Ending(Outcome.COMPACTED, next, after(), null);
        return postCommit.unlessOverTarget(new KeptRequest(handle, compaction).unlessTooLong(done));
    }

    private Ending nothing() {
        String why = "no result of a tool before the tail is long enough to be shortened";
        Ending asItIs = new Ending(Outcome.NOTHING_TO_DO, null, compaction.tokensBefore(), why);
        return new PostCommit(handle, compaction).unlessOverTarget(asItIs);
    }

    private long after() {
        return compaction.tokensBefore() - saved();
    }

    private long saved() {
        Ranges without = version.abandoned().plus(Ranges.of(1, version.compactedThrough()));
        return results().saved(compaction.conversation(), staged().minus(version.pruned()), without);
    }

    private Ranges staged() {
        return results().staged(compaction.id()).orElse(Ranges.NONE);
    }

    private PrunedResults results() {
        return handle.attach(PrunedResults.class);
    }
}
