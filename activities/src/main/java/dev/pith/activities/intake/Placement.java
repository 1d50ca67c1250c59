package dev.pith.activities.intake;

import dev.pith.activities.conversation.NewMessage;
import dev.pith.activities.conversation.Occurrences;
import dev.pith.activities.conversation.OpaqueId;
import dev.pith.activities.conversation.Origin;
import dev.pith.activities.conversation.Ranges;
import dev.pith.activities.conversation.RefusedCharacters;
import dev.pith.activities.store.Messages;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Assigns positions to the messages of a conversation. Known messages are skipped. A changed message is appended and
 * abandons its earlier version. A second message of a person under the same parent is a rewind: it abandons the branch
 * that began with the first. Not thread-safe.
 */
public final class Placement {

    private final Ties ties;
    private final Map<String, Messages.Known> known = new HashMap<>();
    private final Map<String, Long> newest = new HashMap<>();
    private final Map<String, Long> persons = new HashMap<>();
    private Ranges revisions = Ranges.NONE;
    private Ranges branches = Ranges.NONE;
    private long seq;
    private long duplicates;
    private long revised;

    /**
     * Creates a placement that appends after a message.
     *
     * @param seq the position of the last stored message
     */
    Placement(Ties ties, long seq) {
        this.ties = ties;
        this.seq = seq;
    }

    /**
     * A message with its id in the store.
     *
     * @param isNew whether the id was generated for this message, so that no stored message has it
     */
    record Identified(String uid, EncodedMessage encoded, boolean isNew) {

        /** Uses the source's id; without one, a hash of the content and the number of its earlier occurrences. */
        static Identified of(EncodedMessage encoded, Occurrences before) {
            String uid = encoded.message().uid();
            return new Identified(
                    uid != null
                            ? RefusedCharacters.escape(uid)
                            : "h:" + encoded.mark() + ":" + before.next(encoded.hash()),
                    encoded,
                    false);
        }

        /** Uses the message's id; without one, a random id, so that equal messages stay distinct. */
        static Identified distinct(EncodedMessage encoded) {
            String uid = encoded.message().uid();
            return uid != null
                    ? new Identified(RefusedCharacters.escape(uid), encoded, false)
                    : new Identified("n:" + OpaqueId.next(), encoded, true);
        }

        String revisionUid() {
            return uid + "~" + encoded.mark();
        }
    }

    /** Registers a message that has a position. */
    void know(Messages.Known one) {
        known.put(one.uid(), one);
    }

    /** Registers the positions of the newest revisions, by original id. */
    void knowRevisions(Map<String, Long> newestByUid) {
        newest.putAll(newestByUid);
    }

    /** Registers the position of the last message of a person under each parent, by the parent's id. */
    void know(Map<String, Long> lastUnderParent) {
        persons.putAll(lastUnderParent);
    }

    /** Returns whether the content differs from all known versions under the message's id. */
    boolean isChanged(Identified one) {
        Messages.Known earlier = known.get(one.uid());
        return earlier != null && !one.encoded().sameAs(earlier) && !known.containsKey(one.revisionUid());
    }

    /** Assigns the next position to a message; empty if it is known. */
    Optional<Placed> place(Identified one) {
        Messages.Known earlier = known.get(one.uid());
        if (earlier == null) {
            return Optional.of(append(one, one.uid()));
        }
        if (!isChanged(one)) {
            duplicates++;
            return Optional.empty();
        }
        revised++;
        long standing = newest.getOrDefault(one.uid(), earlier.seq());
        revisions = revisions.plus(Ranges.of(standing, standing));
        Placed revision = append(one, one.revisionUid());
        newest.put(one.uid(), seq);
        know(new Messages.Known(seq, one.uid(), one.encoded().fingerprint()));
        return Optional.of(revision);
    }

    private Placed append(Identified one, String uid) {
        NewMessage message = one.encoded().message();
        long here = ++seq;
        if (message.origin() == Origin.PERSON && message.parentUid() != null) {
            leaveBranch(RefusedCharacters.escape(message.parentUid()), uid.equals(one.uid()), here);
        }
        know(new Messages.Known(here, uid, one.encoded().fingerprint()));
        return new Placed(here, uid, ties.place(here, message), one.encoded());
    }

    private void leaveBranch(String parentUid, boolean isNew, long here) {
        Long earlier = persons.get(parentUid);
        if (isNew && earlier != null) {
            branches = branches.plus(Ranges.of(earlier, here - 1));
        }
        persons.put(parentUid, here);
    }

    /** Returns the position of a placed message, or of its revision with this content. */
    long standing(Identified one) {
        Messages.Known revision = known.get(one.revisionUid());
        return revision == null
                ? Objects.requireNonNull(known.get(one.uid()), "not placed").seq()
                : revision.seq();
    }

    /** Returns the ranges abandoned by rewinds and revisions. */
    Ranges abandoned() {
        return branches.plus(revisions);
    }

    /** Returns the ranges abandoned by rewinds. */
    Ranges branches() {
        return branches;
    }

    /** Returns the ranges abandoned because their messages were revised. */
    Ranges revisions() {
        return revisions;
    }

    /** Returns the last assigned position. */
    long last() {
        return seq;
    }

    long duplicates() {
        return duplicates;
    }

    long revised() {
        return revised;
    }
}
