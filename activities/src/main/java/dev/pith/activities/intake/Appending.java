package dev.pith.activities.intake;

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

/** Appends one batch of messages to a conversation, in a transaction that holds the lock on the conversation's row. */
public final class Appending {

    private final Handle handle;
    private final String conversation;
    private final Placement placement;
    private final List<Placed> placed = new ArrayList<>();
    private int contextVersion;

    private Appending(Handle handle, LockedConversation locked, Placement placement) {
        this.handle = handle;
        this.conversation = locked.id();
        this.contextVersion = locked.contextVersion();
        this.placement = placement;
    }

    /**
     * The result of appending a batch.
     *
     * @param duplicates messages that were stored before with the same id and content
     * @param total the number of messages of the conversation afterwards, which is the position of the last one
     * @param contextVersion the version afterwards: a new one if messages were abandoned
     */
    public record Outcome(
            long appended, long duplicates, long revised, long abandoned, long total, int contextVersion) {}

    /**
     * Appends messages that do not come from a source read as a whole: one without an id is always new.
     *
     * @param locked the conversation's row, as it is under the lock
     */
    public static Outcome append(Handle handle, LockedConversation locked, List<EncodedMessage> messages)
            throws SQLException {
        Ties ties = EarlierTies.of(
                handle, locked, messages.stream().map(EncodedMessage::message).toList());
        return append(
                handle, locked, messages.stream().map(Identified::distinct).toList(), ties, new SentPlaces());
    }

    static Outcome append(
            Handle handle, LockedConversation locked, List<Identified> batch, Ties ties, SentPlaces places)
            throws SQLException {
        Placement placement = new Placement(ties, locked.messages());
        Appending appending = new Appending(handle, locked, placement);
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
                placement.last(),
                appending.contextVersion);
    }

    private void lookUp(List<Identified> batch) {
        List<String> uids = batch.stream()
                .filter(one -> !one.isNew())
                .flatMap(one -> Stream.of(one.uid(), one.revisionUid()))
                .distinct()
                .toList();
        if (!uids.isEmpty()) {
            messages().known(conversation, uids).forEach(placement::know);
        }
        List<String> changed = batch.stream()
                .filter(placement::isChanged)
                .map(Identified::uid)
                .distinct()
                .toList();
        if (!changed.isEmpty()) {
            placement.knowRevisions(messages().newestRevisions(conversation, changed));
        }
        List<String> parents = batch.stream()
                .map(one -> one.encoded().message())
                .filter(message -> message.origin() == Origin.PERSON && message.parentUid() != null)
                .map(message -> RefusedCharacters.escape(Objects.requireNonNull(message.parentUid())))
                .distinct()
                .toList();
        if (!parents.isEmpty()) {
            placement.know(messages().personsUnder(conversation, parents));
        }
    }

    /** Attached where it is needed only, which costs more than a statement. */
    private Messages messages() {
        return handle.attach(Messages.class);
    }

    private void write() throws SQLException {
        if (placed.isEmpty()) {
            return;
        }
        Instant earliest = times().min(Instant::compareTo).orElse(null);
        Instant latest = times().max(Instant::compareTo).orElse(null);
        if (MessageInsert.suits(placed)) {
            MessageInsert.write(handle.getConnection(), conversation, placed, earliest, latest);
        } else {
            MessageCopy.write(handle.getConnection(), conversation, placed);
            handle.attach(Conversations.class)
                    .grow(
                            conversation,
                            placed.size(),
                            placed.stream()
                                    .mapToLong(one -> one.encoded().tokens())
                                    .sum(),
                            earliest,
                            latest);
        }
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
        Ranges left = Abandonment.of(handle, conversation, placement.branches().plus(revisedAfter(compactedThrough)));
        contextVersion += left.isEmpty() ? 0 : 1;
    }

    private Ranges revisedAfter(long seq) {
        Ranges revisions = placement.revisions();
        return revisions.minus(revisions.minus(Ranges.of(seq + 1, placement.last())));
    }
}
