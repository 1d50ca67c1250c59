package dev.pith.activities.intake;

import dev.pith.activities.conversation.Conversation;
import dev.pith.activities.conversation.Origin;
import dev.pith.activities.conversation.Ranges;
import dev.pith.activities.conversation.RefusedCharacters;
import dev.pith.activities.intake.Placement.Identified;
import dev.pith.activities.store.ContextVersions;
import dev.pith.activities.store.Conversations;
import dev.pith.activities.store.Messages;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;

/** Appends one batch of messages to a conversation, in a transaction that locks the conversation's row. */
final class Appending {

    private final Handle handle;
    private final Messages messages;
    private final String conversation;
    private final Placement placement;
    private final List<Placed> placed = new ArrayList<>();

    private Appending(Handle handle, String conversation, Placement placement) {
        this.handle = handle;
        this.messages = handle.attach(Messages.class);
        this.conversation = conversation;
        this.placement = placement;
    }

    /** The result of appending a batch. */
    record Outcome(long appended, long duplicates, long revised, long abandoned, long total) {}

    static Outcome append(Handle handle, String conversation, List<Identified> batch, Ties ties, SentPlaces places)
            throws SQLException {
        Conversation row = handle.attach(Conversations.class).lock(conversation).orElseThrow();
        Placement placement = new Placement(ties, row.messages());
        Appending appending = new Appending(handle, conversation, placement);
        appending.lookUp(batch);
        batch.forEach(one -> {
            placement.place(one).ifPresent(appending.placed::add);
            places.add(placement.standing(one));
        });
        appending.write();
        return new Outcome(
                appending.placed.size(),
                placement.duplicates(),
                placement.revised(),
                placement.abandoned().size(),
                placement.last());
    }

    private void lookUp(List<Identified> batch) {
        List<String> uids = batch.stream()
                .flatMap(one -> Stream.of(one.uid(), one.revisionUid()))
                .distinct()
                .toList();
        messages.known(conversation, uids).forEach(placement::know);
        List<String> changed = batch.stream()
                .filter(placement::isChanged)
                .map(Identified::uid)
                .distinct()
                .toList();
        if (!changed.isEmpty()) {
            placement.knowRevisions(messages.newestRevisions(conversation, changed));
        }
        List<String> parents = batch.stream()
                .map(one -> one.encoded().message())
                .filter(message -> message.origin() == Origin.PERSON && message.parentUid() != null)
                .map(message -> RefusedCharacters.escape(Objects.requireNonNull(message.parentUid())))
                .distinct()
                .toList();
        placement.know(messages.personsUnder(conversation, parents));
    }

    private void write() throws SQLException {
        if (placed.isEmpty()) {
            return;
        }
        MessageCopy.write(handle.getConnection(), conversation, placed);
        handle.attach(Conversations.class)
                .grow(
                        conversation,
                        placed.size(),
                        placed.stream().mapToLong(one -> one.encoded().tokens()).sum(),
                        times().min(Instant::compareTo).orElse(null),
                        times().max(Instant::compareTo).orElse(null));
        if (!placement.abandoned().isEmpty()) {
            leaveBehind();
        }
    }

    private Stream<Instant> times() {
        return placed.stream()
                .map(one -> one.encoded().message().created())
                .filter(Objects::nonNull)
                .map(Objects::requireNonNull);
    }

    /** Abandons branches, and revised messages after the compacted part; a summary still covers those within it. */
    private void leaveBehind() {
        long compactedThrough =
                handle.attach(ContextVersions.class).current(conversation).compactedThrough();
        Abandonment.of(handle, conversation, placement.branches().plus(revisedAfter(compactedThrough)));
    }

    private Ranges revisedAfter(long seq) {
        Ranges revisions = placement.revisions();
        return revisions.minus(revisions.minus(Ranges.of(seq + 1, placement.last())));
    }
}
