package dev.pith.activities.compaction;

import dev.pith.activities.conversation.Conversation;
import dev.pith.activities.conversation.Summary;
import dev.pith.activities.store.BrokenInvariantException;
import dev.pith.activities.store.Compaction;
import dev.pith.activities.store.Compactions;
import dev.pith.activities.store.Conversations;
import dev.pith.activities.store.Database;
import dev.pith.activities.store.RequestJson;
import dev.pith.activities.store.Summaries;
import dev.pith.activities.store.UnknownConversationException;
import dev.pith.workflows.Strategy;
import dev.pith.workflows.compaction.CompactionRequest;
import dev.pith.workflows.compaction.CompactionResult;
import dev.pith.workflows.compaction.Decision;
import dev.pith.workflows.compaction.Outcome;
import java.util.Objects;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * Ends a compaction in one transaction: replaces the head, or records why not. A repeated call returns the first
 * result. Thread-safe.
 */
public final class Committing {

    private final Database database;

    public Committing(Database database) {
        this.database = database;
    }

    /**
     * Changes the context as staged if its version is still the planned one and it gets smaller. For a gist, replaces
     * the earlier gist.
     */
    public CompactionResult commit(CompactionRequest request) {
        return concluded(
                request,
                (handle, compaction) -> request.spec().gist() == null
                        ? ContextChange.of(handle, staged(handle, request, compaction))
                                .made()
                        : new GistReplacement(handle, compaction, summary(handle, request, compaction)).made());
    }

    /**
     * Stages the result and ends the compaction without replacing anything; {@link PreviewApplier} can apply it later.
     */
    public CompactionResult preview(CompactionRequest request) {
        return concluded(
                request,
                (handle, compaction) -> ContextChange.of(handle, staged(handle, request, compaction))
                        .previewed());
    }

    /** Decides how a compaction with staged results ends. */
    private interface Conclusion {
        Ending of(Handle handle, Compaction compaction);
    }

    private CompactionResult concluded(CompactionRequest request, Conclusion conclusion) {
        return database.transact(handle -> {
            Conversation conversation = lock(handle, request);
            Compaction compaction =
                    handle.attach(Compactions.class).find(request.id()).orElseThrow();
            if (!compaction.running()) {
                return result(compaction);
            }
            Optional<String> superseded = superseded(request, conversation, compaction);
            if (superseded.isPresent()) {
                Ending late = new Ending(Outcome.SUPERSEDED, null, compaction.tokensBefore(), superseded.get());
                return ended(handle, compaction, late);
            }
            return ended(handle, compaction, conclusion.of(handle, compaction));
        });
    }

    /**
     * Records an outcome that replaces nothing.
     *
     * @param error the reason; null if the outcome needs none
     * @param failure the type of the failure, see {@code FailureType}; null without one
     */
    public CompactionResult end(
            CompactionRequest request, Outcome outcome, @Nullable String error, @Nullable String failure) {
        return database.transact(handle -> {
            lock(handle, request);
            Compactions compactions = handle.attach(Compactions.class);
            compactions.insertUnplanned(
                    request.id(),
                    request.conversation(),
                    RequestJson.of(request.spec()),
                    request.spec().strategy());
            compactions.failure(request.id(), failure);
            Compaction compaction = compactions.find(request.id()).orElseThrow();
            Ending asTold = new Ending(outcome, null, compaction.tokensBefore(), error);
            Ending ending = outcome == Outcome.NOTHING_TO_DO && request.spec().gist() == null
                    ? new PostCommit(handle, compaction)
                            .unlessOverTarget(new KeptRequest(handle, compaction).unlessTooLong(asTold))
                    : asTold;
            return ended(handle, compaction, ending);
        });
    }

    private static Conversation lock(Handle handle, CompactionRequest request) {
        return handle.attach(Conversations.class)
                .lock(request.conversation())
                .orElseThrow(() -> new UnknownConversationException(request.conversation()));
    }

    /** Stages the chunk summaries as they are if nothing was merged, and returns the compaction as it is then. */
    private static Compaction staged(Handle handle, CompactionRequest request, Compaction compaction) {
        boolean writesOne =
                compaction.decision() != Decision.PRUNE && request.spec().strategy() == Strategy.ROLLING;
        if (!writesOne || compaction.summary() != null) {
            return compaction;
        }
        summary(handle, request, compaction);
        return handle.attach(Compactions.class).find(compaction.id()).orElseThrow();
    }

    private static Summary summary(Handle handle, CompactionRequest request, Compaction compaction) {
        if (compaction.summary() == null) {
            return new Staging(handle, request, compaction, Basis.of(handle, compaction)).stageChunks();
        }
        return handle.attach(Summaries.class)
                .find(String.valueOf(compaction.summary()))
                .orElseThrow(() -> new BrokenInvariantException(
                        "compaction " + compaction.id() + " is to be committed but has no staged summary"));
    }

    /** Returns why the result is superseded; empty if it is not. Only another gist supersedes a gist. */
    private static Optional<String> superseded(
            CompactionRequest request, Conversation conversation, Compaction compaction) {
        if (request.spec().gist() != null) {
            return Objects.equals(conversation.gist(), compaction.fromGist())
                    ? Optional.empty()
                    : Optional.of("another gist was written meanwhile: start it again");
        }
        return conversation.contextVersion() == compaction.fromVersion()
                ? Optional.empty()
                : Optional.of("the context is at version " + conversation.contextVersion()
                        + ", this compaction began at version " + compaction.fromVersion() + ": start it again");
    }

    private static CompactionResult ended(Handle handle, Compaction compaction, Ending ending) {
        Compactions compactions = handle.attach(Compactions.class);
        compactions.end(compaction.id(), ending.outcome(), ending.version(), ending.tokensAfter(), ending.error());
        return result(compactions.find(compaction.id()).orElseThrow());
    }

    /**
     * Returns the result for the workflow. The reason of a degradation stays in the store, because it may contain a
     * provider's message that quotes the conversation.
     */
    public static CompactionResult result(Compaction ended) {
        return new CompactionResult(
                ended.id(),
                ended.ending(),
                ended.toVersion() == null ? ended.fromVersion() : ended.toVersion(),
                ended.tokensBefore(),
                ended.tokensAfter() == null ? ended.tokensBefore() : ended.tokensAfter(),
                ended.degraded(),
                ended.outcome() == Outcome.COMPACTED_DEGRADED ? null : ended.error());
    }
}
