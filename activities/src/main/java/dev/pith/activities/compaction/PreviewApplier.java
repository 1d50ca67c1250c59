package dev.pith.activities.compaction;

import dev.pith.activities.conversation.Conversation;
import dev.pith.activities.store.Compaction;
import dev.pith.activities.store.Compactions;
import dev.pith.activities.store.ContextVersions;
import dev.pith.activities.store.Conversations;
import dev.pith.activities.store.Database;
import dev.pith.workflows.compaction.Outcome;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/** Applies a previewed compaction: replaces the head by exactly the text that was shown. Thread-safe. */
public final class PreviewApplier {

    private final Database database;

    public PreviewApplier(Database database) {
        this.database = database;
    }

    /**
     * The result of applying a preview.
     *
     * @param compaction the compaction afterwards
     * @param before whether it was already applied and its summary is live
     */
    public record Applied(Compaction compaction, boolean before) {}

    /** Thrown if a preview cannot be applied; the message names the reason and the cure. */
    public static final class NotAppliedException extends RuntimeException {
        private static final long serialVersionUID = 1;

        NotAppliedException(String message) {
            super(message);
        }
    }

    /**
     * Applies a preview in one transaction. Messages that arrived after the preview stay live.
     *
     * @throws NotAppliedException if there is no such preview, the context changed since, or a compaction is running
     */
    public Applied apply(String id) {
        return database.transact(handle -> {
            Compactions compactions = handle.attach(Compactions.class);
            String of = compactions
                    .find(id)
                    .map(Compaction::conversation)
                    .orElseThrow(() -> new NotAppliedException("there is no compaction " + id));
            Conversation conversation =
                    handle.attach(Conversations.class).lock(of).orElseThrow();
            Compaction compaction = compactions.find(id).orElseThrow();
            if (isInForce(handle, conversation, compaction)) {
                return new Applied(compaction, true);
            }
            refuse(handle, conversation, compaction);
            Ending ending = ContextChange.of(handle, compaction).made();
            compactions.apply(id, ending.outcome(), ending.version(), ending.tokensAfter(), ending.error());
            return new Applied(compactions.find(id).orElseThrow(), false);
        });
    }

    private static boolean isInForce(Handle handle, Conversation conversation, Compaction compaction) {
        ContextVersions versions = handle.attach(ContextVersions.class);
        return compaction.toVersion() != null
                && versions.current(conversation.id())
                        .hasContextOf(versions.at(conversation.id(), compaction.toVersion()));
    }

    private static void refuse(Handle handle, Conversation conversation, Compaction compaction) {
        String again = "pith compact --preview " + conversation.id();
        if (compaction.running()) {
            throw new NotAppliedException("compaction " + compaction.id()
                    + " is still running: wait for it (pith watch " + conversation.id() + ")");
        }
        if (compaction.toVersion() != null) {
            throw new NotAppliedException("compaction " + compaction.id() + " was applied as version "
                    + compaction.toVersion() + ", and " + since(handle, conversation, compaction.toVersion())
                    + ": preview again with " + again);
        }
        if (compaction.outcome() != Outcome.PREVIEWED) {
            throw new NotAppliedException("compaction " + compaction.id() + " ended as " + compaction.outcome()
                    + ", and only what was previewed can be applied: " + again);
        }
        if (handle.attach(Compactions.class).isRunning(conversation.id())) {
            throw new NotAppliedException("conversation " + conversation.id()
                    + " is being compacted: wait for it (pith watch " + conversation.id()
                    + ") or cancel it (pith cancel "
                    + conversation.id() + ")");
        }
        if (conversation.contextVersion() != compaction.fromVersion()) {
            throw new NotAppliedException("the preview was of context version " + compaction.fromVersion() + ", and "
                    + since(handle, conversation, compaction.fromVersion()) + ": preview again with " + again);
        }
    }

    /** Describes the versions after a given one and their causes. */
    private static String since(Handle handle, Conversation conversation, int version) {
        String causes = handle.attach(ContextVersions.class).all(conversation.id()).stream()
                .filter(later -> later.version() > version)
                .map(later -> "version " + later.version() + " by " + later.cause())
                .collect(Collectors.joining(", "));
        return "the context is now at version " + conversation.contextVersion() + " (" + causes + ")";
    }
}
