package dev.pith.activities.appending;

/**
 * The answer to an append. Of a replayed one, every number is that of the first time.
 *
 * @param firstSeq the number of the first stored message; one more than {@code lastSeq} if none was stored
 * @param lastSeq the number of the conversation's last message after the append
 * @param known messages that were not stored, since their id was stored before with the same content
 * @param contextVersion the context version after the append; a new one if a message changed an earlier one of its id
 * @param replayed whether an earlier append with the same idempotency key stored the messages
 */
public record Appended(long firstSeq, long lastSeq, int known, int contextVersion, boolean replayed) {

    /** Returns the number of messages that the append stored. */
    public long stored() {
        return lastSeq - firstSeq + 1;
    }

    /** Returns the number of the conversation's messages after the append, which have the numbers from 1 on. */
    public long messages() {
        return lastSeq;
    }
}
