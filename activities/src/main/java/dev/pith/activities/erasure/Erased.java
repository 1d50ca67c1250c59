package dev.pith.activities.erasure;

/** How much a deletion removes. */
public record Erased(long conversations, long messages, long summaries, long memories) {

    /** Nothing. */
    public static final Erased NOTHING = new Erased(0, 0, 0, 0);

    /** Returns the sum. */
    public Erased plus(Erased other) {
        return new Erased(
                conversations + other.conversations,
                messages + other.messages,
                summaries + other.summaries,
                memories + other.memories);
    }
}
