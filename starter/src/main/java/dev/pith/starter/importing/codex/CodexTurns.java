package dev.pith.starter.importing.codex;

import java.util.ArrayDeque;
import java.util.Deque;

/** Where the turns of a Codex session begin that were not rolled back. */
final class CodexTurns {

    private final Deque<Long> starts = new ArrayDeque<>();

    /** A turn begins with this message, counted from 1. */
    void begin(long message) {
        starts.addLast(message);
    }

    /** The first message of the last so many turns, or of all of them; 0 where there is none. */
    long rollBack(int turns) {
        long from = 0;
        for (int i = 0; i < turns && !starts.isEmpty(); i++) {
            from = starts.removeLast();
        }
        return from;
    }
}
