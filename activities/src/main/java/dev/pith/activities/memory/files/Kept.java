package dev.pith.activities.memory.files;

import java.util.ArrayList;
import java.util.List;

/**
 * What keeping files up came to.
 *
 * @param written blocks that were added, changed or taken out
 * @param edited blocks that somebody had changed
 * @param forgotten blocks that somebody had removed
 * @param problems what kept files from being read or written, each with its cure
 */
public record Kept(int written, int edited, int forgotten, List<String> problems) {

    static final Kept NOTHING = new Kept(0, 0, 0, List.of());

    public Kept {
        problems = List.copyOf(problems);
    }

    static Kept problem(String what) {
        return new Kept(0, 0, 0, List.of(what));
    }

    Kept plus(Kept other) {
        List<String> both = new ArrayList<>(problems);
        both.addAll(other.problems);
        return new Kept(written + other.written, edited + other.edited, forgotten + other.forgotten, both);
    }

    /** Whether any file or row is another one than before. */
    public boolean changed() {
        return written + edited + forgotten > 0;
    }
}
