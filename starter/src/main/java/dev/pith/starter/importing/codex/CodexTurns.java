package dev.pith.starter.importing.codex;

import java.util.ArrayDeque;
import java.util.Deque;

/** The first messages of the turns of a Codex session, without rolled-back ones. */
final class CodexTurns {

    private final Deque<Long> starts = new ArrayDeque<>();

    /** Starts a turn at this message, counted from 1. */
    void begin(long message) {
        starts.addLast(message);
    }

    /**
     * Removes the last turns, or all if there are fewer.
     *
     * @return the first message of the removed turns; 0 if there are none
     */
    long rollBack(int turns) {
        long from = 0;
        for (int i = 0; i < turns && !starts.isEmpty(); i++) {
            from = starts.removeLast();
        }
        return from;
    }
}
