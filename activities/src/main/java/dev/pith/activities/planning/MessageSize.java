package dev.pith.activities.planning;

/**
 * The properties of a message that planning uses.
 *
 * @param tokens its tokens in a context; 0 for a system message
 * @param person whether a person wrote it
 * @param nativeSummary whether it is a compaction made by the source tool itself
 * @param safeStart whether a cut just before it separates no tool call from its result and no reply from its beginning
 */
public record MessageSize(long seq, int tokens, boolean person, boolean nativeSummary, boolean safeStart) {

    /** Returns a copy before which a cut is allowed. */
    public MessageSize startingAnywhere() {
        return new MessageSize(seq, tokens, person, nativeSummary, true);
    }
}
