package dev.pith.activities.compaction;

import dev.pith.activities.conversation.ContextVersion;
import dev.pith.activities.conversation.Conversation;
import dev.pith.activities.conversation.Summary;
import dev.pith.activities.store.Compaction;
import dev.pith.activities.store.Compactions;
import dev.pith.activities.store.ContextVersions;
import dev.pith.activities.store.Conversations;
import dev.pith.activities.store.Database;
import dev.pith.activities.store.Flushes;
import dev.pith.activities.store.Messages;
import dev.pith.activities.store.ModelCalls;
import dev.pith.activities.store.ProviderState;
import dev.pith.activities.store.Providers;
import dev.pith.activities.store.Summaries;
import dev.pith.workflows.compaction.CompactionRequest;
import dev.pith.workflows.compaction.CompactionResult;
import dev.pith.workflows.compaction.ModelUse;
import dev.pith.workflows.compaction.Outcome;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
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
        return database.transact(handle -> {
            Conversation conversation = lock(handle, request);
            Compaction compaction =
                    handle.attach(Compactions.class).find(request.id()).orElseThrow();
            if (!compaction.running()) {
                return result(compaction);
            }
            if (conversation.contextVersion() != compaction.fromVersion()) {
                return ended(
                        handle,
                        compaction,
                        Outcome.SUPERSEDED,
                        null,
                        compaction.tokensBefore(),
                        superseded(conversation, compaction));
            }
            return replace(handle, request, compaction);
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
                    Planner.json(request),
                    request.spec().strategy().name());
            Compaction compaction = compactions.find(request.id()).orElseThrow();
            return ended(handle, compaction, outcome, null, compaction.tokensBefore(), error);
        });
    }

    private static Conversation lock(Handle handle, CompactionRequest request) {
        return handle.attach(Conversations.class)
                .lock(request.conversation())
                .orElseThrow(() -> new UnknownConversationException(request.conversation()));
    }

    private static CompactionResult replace(Handle handle, CompactionRequest request, Compaction compaction) {
        ContextVersion version =
                handle.attach(ContextVersions.class).at(compaction.conversation(), compaction.fromVersion());
        Summary summary = summary(handle, request, compaction, version);
        long headTo = Objects.requireNonNull(compaction.headTo());
        long tokensAfter = summary.tokens()
                + handle.attach(Messages.class)
                        .tokens(compaction.conversation(), headTo + 1, compaction.mark(), version.abandoned());
        if (summary.text().isBlank() || tokensAfter >= compaction.tokensBefore()) {
            String numbers = "its summary would take the context from " + compaction.tokensBefore() + " to "
                    + tokensAfter + " tokens, so nothing was replaced";
            return ended(handle, compaction, Outcome.IRREDUCIBLE, null, compaction.tokensBefore(), numbers);
        }
        append(handle, compaction, version, summary, headTo);
        handle.attach(Flushes.class).request(compaction.conversation(), headTo, compaction.id());
        Integer target = request.spec().targetTokens();
        if (target != null && summary.tokens() > target) {
            String numbers = "the summary takes " + summary.tokens() + " tokens where " + target
                    + " were asked for: the last request stands in it word for word";
            return ended(handle, compaction, Outcome.IRREDUCIBLE, version.version() + 1, tokensAfter, numbers);
        }
        if (!summary.degraded()) {
            return ended(handle, compaction, Outcome.COMPACTED, version.version() + 1, tokensAfter, null);
        }
        String why = "a part was written without the model: " + setback(handle, request);
        return ended(handle, compaction, Outcome.COMPACTED_DEGRADED, version.version() + 1, tokensAfter, why);
    }

    /** The words of the compaction's own newest call, else of the call that closed the endpoint before it could make any. */
    private static String setback(Handle handle, CompactionRequest request) {
        ModelUse model = request.spec().model();
        return handle.attach(ModelCalls.class)
                .newestSetback(request.id())
                .or(() -> Optional.ofNullable(model)
                        .flatMap(use -> handle.attach(Providers.class).find(use.endpoint()))
                        .map(ProviderState::error))
                .orElse("it could not be asked");
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

    private static void append(
            Handle handle, Compaction compaction, ContextVersion version, Summary summary, long headTo) {
        int next = version.version() + 1;
        handle.attach(ContextVersions.class)
                .append(
                        new ContextVersion(
                                compaction.conversation(),
                                next,
                                List.of(summary.id()),
                                headTo,
                                version.abandoned(),
                                "compaction"),
                        compaction.id());
        handle.attach(Conversations.class).setVersion(compaction.conversation(), next);
    }

    private static String superseded(Conversation conversation, Compaction compaction) {
        return "the context is at version " + conversation.contextVersion() + ", this compaction began at version "
                + compaction.fromVersion() + ": start it again";
    }

    private static CompactionResult ended(
            Handle handle,
            Compaction compaction,
            Outcome outcome,
            @Nullable Integer toVersion,
            long tokensAfter,
            @Nullable String error) {
        Compactions compactions = handle.attach(Compactions.class);
        compactions.end(compaction.id(), outcome.name(), toVersion, tokensAfter, error);
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
