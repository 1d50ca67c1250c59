package dev.pith.benchmarks.quality;

import java.util.function.Predicate;

/**
 * A question to a summary that has one exact answer.
 *
 * @param line where the answer stands in the log
 * @param answer in words
 * @param answers whether a summary gives it
 */
record Probe(Kind kind, int line, String answer, Predicate<SummaryText> answers) {

    enum Kind {
        EDIT("last edit", true),
        FAILURE("last failure", false),
        BREAKAGE("last failure of work", true),
        OPEN("open failure", false),
        BRANCH("branch told", true),
        BRANCH_FIELD("branch of log", false),
        CONSTRAINT("constraint", true),
        REQUEST("last request", true);

        private final String title;
        private final boolean counts;

        Kind(String title, boolean counts) {
            this.title = title;
            this.counts = counts;
        }

        String title() {
            return title;
        }

        /** Whether it counts in the sum; the others are variants of one that does. */
        boolean counts() {
            return counts;
        }
    }
}
