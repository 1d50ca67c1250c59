package dev.pith.starter.backfill;

import java.util.Map;
import java.util.Optional;

/**
 * What a backfill would take, and with how much work.
 *
 * @param passedOver how many files and conversations it would not take, by reason
 * @param stopped why the plan leaves a rest out; empty if it is complete
 */
public record BackfillPlan(
        Taken taken, Map<PassedOver, Long> passedOver, Sources sources, Work work, Optional<Stop> stopped) {

    /**
     * The conversations.
     *
     * @param added those that are not stored yet
     * @param grown stored ones of which the files have more messages
     * @param unchanged other stored ones
     * @param upToDate those of all that need no compaction
     */
    public record Taken(long added, long grown, long unchanged, long upToDate) {

        /** Returns the number of all. */
        public long all() {
            return added + grown + unchanged;
        }

        /** Returns the number of those that would be compacted. */
        public long toDo() {
            return all() - upToDate;
        }
    }

    /**
     * The files of sessions.
     *
     * @param found how many there are; 0 for what is stored
     * @param read how many of them the plan has read
     * @param bytes the size of these
     */
    public record Sources(int found, int read, long bytes) {}

    /**
     * The work, if each call of a model is answered well at once.
     *
     * @param tokens the tokens of the messages to be summarized
     * @param calls the most calls of a model
     * @param tokensIn the most tokens sent
     * @param tokensOut the most tokens received
     */
    public record Work(long chunks, long tokens, long calls, long tokensIn, long tokensOut) {}

    /** Why a plan is not complete. */
    public enum Stop {
        /** The backfill takes no more conversations. */
        LIMIT,
        /** The time for the plan was over. */
        TIME
    }

    public BackfillPlan {
        passedOver = Map.copyOf(passedOver);
    }
}
