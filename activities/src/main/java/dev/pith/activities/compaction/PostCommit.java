package dev.pith.activities.compaction;

import dev.pith.activities.conversation.ContextVersion;
import dev.pith.activities.conversation.Summary;
import dev.pith.activities.gateway.ModelCalls;
import dev.pith.activities.gateway.Providers;
import dev.pith.activities.memory.Flushes;
import dev.pith.activities.store.Compaction;
import dev.pith.activities.store.ContextVersions;
import dev.pith.activities.store.Conversations;
import dev.pith.activities.store.RequestJson;
import dev.pith.activities.store.Summaries;
import dev.pith.workflows.FlushMode;
import dev.pith.workflows.compaction.CompactionSpec;
import dev.pith.workflows.compaction.ContextTarget;
import dev.pith.workflows.compaction.Decision;
import dev.pith.workflows.compaction.Outcome;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * Follow-up of a commit within its transaction: queues the memory flush and determines the ending.
 *
 * @param handle the transaction of the commit
 */
record PostCommit(Handle handle, Compaction compaction) {

    /** Appends a context version and makes it the current one. Returns its number. */
    int append(ContextVersion next) {
        handle.attach(ContextVersions.class).append(next, compaction.id());
        handle.attach(Conversations.class).setVersion(compaction.conversation(), next.version());
        return next.version();
    }

    /** Queues the memory flush of the messages read, unless there are none or the request turned it off. */
    void askForFlush(CompactionSpec spec) {
        if (spec.flush() != FlushMode.OFF && compaction.headTo() != null) {
            handle.attach(Flushes.class)
                    .request(
                            compaction.conversation(),
                            compaction.headTo(),
                            compaction.id(),
                            RequestJson.of(spec.model()));
        }
    }

    /**
     * Returns the ending: COMPACTED, or COMPACTED_DEGRADED with the reason.
     *
     * @param degraded whether a part was written without the requested model
     * @param version the new context version; null for a gist
     * @param after the tokens of the context afterwards; for a gist, its own
     */
    Ending ending(boolean degraded, @Nullable Integer version, long after) {
        if (!degraded) {
            return new Ending(Outcome.COMPACTED, version, after, null);
        }
        String why = "a part was written without the model: "
                + handle.attach(ModelCalls.class)
                        .newestSetback(compaction.id())
                        .or(() -> handle.attach(Providers.class).errorFor(compaction.id()))
                        .orElse("it could not be asked");
        return new Ending(Outcome.COMPACTED_DEGRADED, version, after, why);
    }

    /** Returns the given ending, or IRREDUCIBLE with numbers if the context exceeds the requested size. */
    Ending unlessOverTarget(Ending done) {
        ContextTarget target = RequestJson.spec(compaction).context();
        long most = target == null ? Long.MAX_VALUE : target.most(compaction.tokensBefore());
        if (done.tokensAfter() <= most) {
            return done;
        }
        int version = done.version() == null ? compaction.fromVersion() : done.version();
        ContextVersion now = handle.attach(ContextVersions.class).at(compaction.conversation(), version);
        List<Summary> live = handle.attach(Summaries.class).inOrder(now.summaries());
        long summaries = live.stream().mapToLong(Summary::tokens).sum();
        String numbers = (done.error() == null ? "" : done.error() + "; ") + "the context takes " + done.tokensAfter()
                + " tokens where " + most + " were asked for" + parts(live.size(), summaries, done.tokensAfter())
                + limit(done.tokensAfter() - summaries > most);
        return new Ending(Outcome.IRREDUCIBLE, done.version(), done.tokensAfter(), numbers);
    }

    private static String parts(int summaries, long tokens, long all) {
        return switch (summaries) {
            case 0 -> "";
            case 1 -> ": the summary takes " + tokens + ", the messages after it " + (all - tokens);
            default -> ": " + summaries + " summaries take " + tokens + ", the messages after them " + (all - tokens);
        };
    }

    private String limit(boolean tooManyMessages) {
        if (compaction.decision() == Decision.PRUNE) {
            return "; prune only shortens results of tools";
        }
        return tooManyMessages
                ? "; the last messages stay, whatever the target"
                : "; this strategy cannot make them shorter";
    }
}
