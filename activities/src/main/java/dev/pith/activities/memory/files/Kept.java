package dev.pith.activities.memory.files;

import java.util.ArrayList;
import java.util.List;

/**
 * The result of synchronizing memory files.
 *
 * @param written blocks that were added, changed or removed
 * @param edited blocks that a person had changed
 * @param forgotten blocks that a person had removed
 * @param problems files that could not be read or written, each with the cure
 */
public record Kept(int written, int edited, int forgotten, List<String> problems) {

    private static final int MOST_PROBLEMS = 5;

    static final Kept NOTHING = new Kept(0, 0, 0, List.of());

    public Kept {
        problems = List.copyOf(problems);
    }

    static Kept written(int blocks) {
        return new Kept(blocks, 0, 0, List.of());
    }

    static Kept problem(String what) {
        return new Kept(0, 0, 0, List.of(what));
    }

    Kept plus(Kept other) {
        List<String> both = new ArrayList<>(problems);
        both.addAll(other.problems);
        return new Kept(written + other.written, edited + other.edited, forgotten + other.forgotten, both);
    }

    /** Returns this result with at most five problems and a count of the others: a full disk affects every file. */
    Kept told() {
        if (problems.size() <= MOST_PROBLEMS) {
            return this;
        }
        List<String> first = new ArrayList<>(problems.subList(0, MOST_PROBLEMS));
        first.add("and " + (problems.size() - MOST_PROBLEMS) + " more problems like these in the memory folder");
        return new Kept(written, edited, forgotten, first);
    }

    /** Returns whether any file or row changed. */
    public boolean changed() {
        return written + edited + forgotten > 0;
    }
}
