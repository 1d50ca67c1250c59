package dev.pith.activities.summarizing;

import dev.pith.activities.summarizing.Digest.Statement;
import dev.pith.activities.summarizing.Digest.Voice;
import java.util.regex.Pattern;

/** How much a statement weighs by itself: who said it, how long ago, whether it binds or decides. */
final class Weight {

    /** Words that mark constraints and decisions. */
    private static final Pattern CUE = Pattern.compile(
            "(?i)(?<![a-z])(?:must|never|always|only|don't|do not|instead|because|decided?|decision|root cause|fixed|"
                    + "remaining|todo|important|should not|works now|turns out|the problem|need to)(?![a-z])"
                    + "|必须|不要|不能|决定|因为|应该|一定|别忘|记住|需要|しなければ|しないで|決め|理由");

    /** How an agent says what it is about to do: stale as soon as it is done. */
    private static final Pattern ANNOUNCEMENT = Pattern.compile(
            "(?i)^(?:now |next,? |good[,.] |great[,!.] |ok(?:ay)?[,.] )*(?:let me|let's|i'll|i will|i'm going to)\\b.*");

    private static final double SLOW = 20;

    private Weight() {}

    static double before(Statement statement, long events) {
        double age = Math.max(0, events - statement.position());
        return (statement.voice() == Voice.PERSON ? 0.25 : 0)
                + (statement.voice() == Voice.SUMMARY ? 0.05 : 0)
                + 0.15 * Math.exp(-age / SLOW)
                + 0.05 * Math.exp(-2 * age / Math.max(1, events))
                + 0.02 * statement.cues()
                + (statement.first() ? 0.05 : 0)
                - (statement.voice() == Voice.AGENT && statement.announces() ? 0.15 : 0);
    }

    static boolean announces(String text) {
        return ANNOUNCEMENT.matcher(text).matches();
    }

    static int cues(String text) {
        return (int) CUE.matcher(text).results().limit(2).count();
    }
}
