package dev.pith.activities.conversation;

import java.util.List;

/**
 * What is live at a version: the summaries in order, then the messages after {@code compactedThrough} that are not
 * abandoned.
 *
 * @param compactedThrough the last message that the summaries cover; 0 if there are none
 * @param pruned the ranges in which one line stands for each long result of a tool
 */
public record ContextVersion(
        String conversation,
        int version,
        List<String> summaries,
        long compactedThrough,
        Ranges abandoned,
        Ranges pruned,
        String cause) {

    public ContextVersion {
        summaries = List.copyOf(summaries);
        if (version < 1 || compactedThrough < 0) {
            throw new IllegalArgumentException(
                    "not a context version: " + version + " through message " + compactedThrough);
        }
    }

    /** Returns this version with more ranges abandoned. */
    public ContextVersion abandoning(Ranges more) {
        return new ContextVersion(
                conversation, version, summaries, compactedThrough, abandoned.plus(more), pruned, cause);
    }

    /** Returns this version with all messages as they were written. */
    public ContextVersion unpruned() {
        return new ContextVersion(conversation, version, summaries, compactedThrough, abandoned, Ranges.NONE, cause);
    }

    /** Returns whether a context of this version would be the same as of another, apart from abandoned messages. */
    public boolean hasContextOf(ContextVersion other) {
        return summaries.equals(other.summaries)
                && compactedThrough == other.compactedThrough
                && pruned.equals(other.pruned);
    }

    /** Returns the live messages among the first {@code messages} ones. */
    public Ranges live(long messages) {
        return Ranges.of(compactedThrough + 1, messages).minus(abandoned);
    }
}
