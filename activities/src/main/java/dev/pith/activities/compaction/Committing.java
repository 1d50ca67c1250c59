package dev.pith.activities.compaction;

import dev.pith.activities.conversation.ContextVersion;
import dev.pith.activities.conversation.Conversation;
import dev.pith.activities.conversation.Summary;
import dev.pith.activities.store.Compaction;
import dev.pith.activities.store.Compactions;
import dev.pith.activities.store.ContextVersions;
import dev.pith.activities.store.Conversations;
import dev.pith.activities.store.Database;
import dev.pith.activities.store.Summaries;
import dev.pith.workflows.compaction.CompactionRequest;
import dev.pith.workflows.compaction.CompactionResult;
import dev.pith.workflows.compaction.Outcome;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Ends a compaction: replaces the head, or records why not. One transaction; a second time it finds what it did. */
public final class Committing {

    private final Database database;

    public Committing(Database database) {
        this.database = database;
    }

    /** Replaces the head by its summary if nothing changed underneath and the context gets smaller. */
    public CompactionResult commit(CompactionRequest request) {
        return concluded(request, Replacement::made);
    }

    /** Stages the summary and stops short of replacing anything; {@link Applying} does that, if it is asked to. */
    public CompactionResult preview(CompactionRequest request) {
        return concluded(request, Replacement::previewed);
    }

    private CompactionResult concluded(CompactionRequest request, Function<Replacement, Ending> conclusion) {
        return database.transact(handle -> {
            Conversation conversation = lock(handle, request);
            Compaction compaction =
                    handle.attach(Compactions.class).find(request.id()).orElseThrow();
            if (!compaction.running()) {
                return result(compaction);
            }
            if (conversation.contextVersion() != compaction.fromVersion()) {
                String why = superseded(conversation, compaction);
                return ended(handle, compaction, new Ending(Outcome.SUPERSEDED, null, compaction.tokensBefore(), why));
            }
            ContextVersion version =
                    handle.attach(ContextVersions.class).at(compaction.conversation(), compaction.fromVersion());
            Summary summary = summary(handle, request, compaction, version);
            return ended(handle, compaction, conclusion.apply(new Replacement(handle, compaction, version, summary)));
        });
    }

    /** Records an outcome that replaces nothing. */
    public CompactionResult end(CompactionRequest request, Outcome outcome, @Nullable String error) {
        return database.transact(handle -> {
            lock(handle, request);
            Compactions compactions = handle.attach(Compactions.class);
            compactions.insertUnplanned(
                    request.id(),
                    request.conversation(),
                    RequestJson.of(request.spec()),
                    request.spec().strategy().name());
            Compaction compaction = compactions.find(request.id()).orElseThrow();
            return ended(handle, compaction, new Ending(outcome, null, compaction.tokensBefore(), error));
        });
    }

    private static Conversation lock(Handle handle, CompactionRequest request) {
        return handle.attach(Conversations.class)
                .lock(request.conversation())
                .orElseThrow(() -> new UnknownConversationException(request.conversation()));
    }

    private static Summary summary(
            Handle handle, CompactionRequest request, Compaction compaction, ContextVersion version) {
        if (compaction.summary() == null) {
            return Staging.of(handle, request, compaction, version).stageChunks();
        }
        return handle.attach(Summaries.class)
                .find(String.valueOf(compaction.summary()))
                .orElseThrow(() -> new BrokenInvariantException(
                        "compaction " + compaction.id() + " is to be committed but has no staged summary"));
    }

    private static String superseded(Conversation conversation, Compaction compaction) {
        return "the context is at version " + conversation.contextVersion() + ", this compaction began at version "
                + compaction.fromVersion() + ": start it again";
    }

    private static CompactionResult ended(Handle handle, Compaction compaction, Ending ending) {
        Compactions compactions = handle.attach(Compactions.class);
        compactions.end(
                compaction.id(), ending.outcome().name(), ending.version(), ending.tokensAfter(), ending.error());
        return result(compactions.find(compaction.id()).orElseThrow());
    }

    /** An ended compaction as its workflow's result. Why it is degraded is in the store only: a provider may quote what it read. */
    public static CompactionResult result(Compaction ended) {
        return new CompactionResult(
                ended.id(),
                Outcome.valueOf(String.valueOf(ended.outcome())),
                ended.toVersion() == null ? ended.fromVersion() : ended.toVersion(),
                ended.tokensBefore(),
                ended.tokensAfter() == null ? ended.tokensBefore() : ended.tokensAfter(),
                ended.degraded(),
                Outcome.COMPACTED_DEGRADED.name().equals(ended.outcome()) ? null : ended.error());
    }
}
