package dev.pith.starter.runtime;

import java.util.Objects;

/**
 * One line of a diagnosis.
 *
 * @param cure how to fix the problem; empty if there is none
 */
public record Check(String name, boolean ok, String detail, String cure) {

    public Check {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(detail, "detail");
        if (ok != cure.isEmpty()) {
            throw new IllegalArgumentException("cure of " + name + ": what is well has none, what is not has one");
        }
    }

    /** Returns a passed check. */
    public static Check well(String name, String detail) {
        return new Check(name, true, detail, "");
    }

    static Check of(String name, boolean ok, String detail, String cure) {
        return new Check(name, ok, detail, ok ? "" : cure);
    }

    /** Returns a failed check with the problem and its cure. */
    public static Check failed(String name, RuntimeProblem problem) {
        return new Check(name, false, problem.problem(), problem.cure());
    }
}
