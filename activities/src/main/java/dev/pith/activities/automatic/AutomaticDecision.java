package dev.pith.activities.automatic;

/**
 * Whether a conversation is compacted automatically.
 *
 * @param reason why, in words that follow the name of the conversation
 */
public record AutomaticDecision(State state, String reason) {

    /** What was decided. */
    public enum State {
        NEEDED,
        /** The context is below the threshold. */
        NOT_NEEDED,
        /** A setting says that the conversation is only stored. */
        STORE_ONLY,
        /** A person undid a compaction, and no message came since. */
        PAUSED,
        /** The system messages alone reach the threshold. */
        IMPOSSIBLE,
        /** A compaction with another request is running. */
        RUNNING,
        /** The same request was tried with the same messages and did not get below the threshold. */
        TRIED
    }

    /** Returns whether the conversation is to be compacted. */
    public boolean isNeeded() {
        return state == State.NEEDED;
    }
}
