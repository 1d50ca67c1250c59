package dev.pith.activities.store;

import dev.pith.activities.conversation.ContextVersion;
import dev.pith.activities.conversation.Conversation;
import dev.pith.activities.conversation.NewMessage;
import dev.pith.activities.conversation.Origin;
import dev.pith.activities.conversation.Ranges;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;

/** One batch of messages appended to one conversation, in one transaction that holds the conversation's row. */
final class Appending {

    private final Handle handle;
    private final Messages messages;
    private final String conversation;
    private final Ties ties;
    private final Map<String, Messages.Known> known = new HashMap<>();
    private final Map<String, Long> persons = new HashMap<>();
    private final List<Placed> placed = new ArrayList<>();
    private Ranges abandoned = Ranges.NONE;
    private long seq;
    private long duplicates;
    private long revised;

    private Appending(Handle handle, String conversation, Ties ties) {
        this.handle = handle;
        this.messages = handle.attach(Messages.class);
        this.conversation = conversation;
        this.ties = ties;
    }

    /** What a batch did. */
    record Outcome(long appended, long duplicates, long revised, long abandoned, long total) {}

    static Outcome append(Handle handle, String conversation, List<Identified> batch, Ties ties) throws SQLException {
        Appending appending = new Appending(handle, conversation, ties);
        Conversation row = handle.attach(Conversations.class).lock(conversation).orElseThrow();
        appending.seq = row.messages();
        appending.lookUp(batch);
        batch.forEach(appending::place);
        appending.write();
        return new Outcome(
                appending.placed.size(),
                appending.duplicates,
                appending.revised,
                appending.abandoned.size(),
                appending.seq);
    }

    /** A message with the id that it goes by. */
    record Identified(String uid, EncodedMessage encoded) {
        String revisionUid() {
            return uid + "~" + encoded.mark();
        }
    }

    private void lookUp(List<Identified> batch) {
        List<String> uids = batch.stream()
                .flatMap(one -> Stream.of(one.uid(), one.revisionUid()))
                .distinct()
                .toList();
        messages.known(conversation, uids).forEach(one -> known.put(one.uid(), one));
        List<String> parents = batch.stream()
                .map(one -> one.encoded().message())
                .filter(message -> message.origin() == Origin.PERSON && message.parentUid() != null)
                .map(message -> RefusedCharacters.escape(Objects.requireNonNull(message.parentUid())))
                .distinct()
                .toList();
        persons.putAll(messages.personsUnder(conversation, parents));
    }

    private void place(Identified one) {
        Messages.Known earlier = known.get(one.uid());
        if (earlier == null) {
            append(one, one.uid());
        } else if (one.encoded().sameAs(earlier) || known.containsKey(one.revisionUid())) {
            duplicates++;
        } else {
            revised++;
            abandoned = abandoned.plus(Ranges.of(earlier.seq(), earlier.seq()));
            append(one, one.revisionUid());
            known.put(
                    one.uid(), new Messages.Known(seq, one.uid(), one.encoded().fingerprint()));
        }
    }

    private void append(Identified one, String uid) {
        NewMessage message = one.encoded().message();
        long here = ++seq;
        if (message.origin() == Origin.PERSON && message.parentUid() != null) {
            leaveBranch(RefusedCharacters.escape(message.parentUid()), uid.equals(one.uid()), here);
        }
        placed.add(new Placed(here, uid, ties.place(here, message), one.encoded()));
        known.put(uid, new Messages.Known(here, uid, one.encoded().fingerprint()));
    }

    /** A second message of a person under one parent: the branch that began with the first is left behind. */
    private void leaveBranch(String parentUid, boolean isNew, long here) {
        Long earlier = persons.get(parentUid);
        if (isNew && earlier != null) {
            abandoned = abandoned.plus(Ranges.of(earlier, here - 1));
        }
        persons.put(parentUid, here);
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
        if (!abandoned.isEmpty()) {
            leaveBehind();
        }
    }

    private Stream<Instant> times() {
        return placed.stream()
                .map(one -> one.encoded().message().created())
                .filter(Objects::nonNull)
                .map(Objects::requireNonNull);
    }

    /**
     * A branch that a summary stands for takes that summary out of the context; a single revised message does not, since
     * its summary still stands for it.
     */
    private void leaveBehind() {
        ContextVersions versions = handle.attach(ContextVersions.class);
        ContextVersion current = versions.current(conversation);
        Ranges revisions = singles(abandoned).minus(Ranges.of(current.compactedThrough() + 1, seq));
        Ranges leaving = abandoned.minus(revisions);
        if (leaving.isEmpty()) {
            return;
        }
        long first = leaving.list().get(0).from();
        ContextVersion base = first > current.compactedThrough() ? current : versions.newestBefore(conversation, first);
        int next = current.version() + 1;
        versions.append(
                new ContextVersion(
                        conversation,
                        next,
                        base.summaries(),
                        base.compactedThrough(),
                        current.abandoned().plus(leaving),
                        "rewind"),
                null);
        handle.attach(Conversations.class).setVersion(conversation, next);
    }

    private static Ranges singles(Ranges ranges) {
        return new Ranges(
                ranges.list().stream().filter(range -> range.size() == 1).toList());
    }
}
