package dev.pith.activities.summarizing;

import dev.pith.activities.summarizing.Statement.Voice;
import java.util.regex.Pattern;

/** How much a statement weighs by itself: who said it, how long ago, whether it binds, decides or tells an outcome. */
final class Weight {

    /** What a person uses to bind: it holds until it is taken back. */
    private static final Pattern BINDING = Pattern.compile(
            "(?i)(?<![a-z])(?:must(?:n't)?|never|always|only|don't|do not|dont|instead|rather than|prefer|avoid|except|unless|"
                    + "should(?:n't)?|important|requirement|constraint|make sure|note that|no need)(?![a-z])"
                    + "|必须|不要|不能|应该|务必|注意|一定|别忘|记住|しなければ|しないで|ください|禁止");

    /** A person's imperative; "they don't" is none. */
    private static final Pattern CONSTRAINT = Pattern.compile(
            "(?i)(?<![a-z])(?:must(?:n't)?|never|always|should(?:n't)?|make sure|(?<!\\ws )(?<!\\b(?:i|we|they|you) )"
                    + "(?:don't|do not|dont)|instead of|rather than|prefer|avoid|important|only|unless)(?![a-z])"
                    + "|必须|不要|不能|务必|注意|一定|别忘|记住|しなければ|しないで|ください|禁止");

    /** How decisions, findings and outcomes are told. */
    private static final Pattern TELLING = Pattern.compile(
            "(?i)(?<![a-z])(?:decid\\w+|decision|agreed?|we(?:'ll| will) (?:go|use)|go with|because|root cause|turns out|"
                    + "the (?:issue|problem|bug|cause|fix|key)|found|fixed|fails?|failed|failing|pass(?:es|ed|ing)?|works now|"
                    + "now works|implemented|added|updated|created|changed|removed|refactored|renamed|moved|remaining|"
                    + "next step|todo|still (?:need|fail)\\w*|actually|wrong|instead|must|never|always|only)(?![a-z])"
                    + "|决定|因为|问题是|原因|下一步|修复|改为|完成|已经|決め|理由|修正|完了");

    /** How an agent says what it is about to do: stale as soon as it is done. */
    private static final Pattern ANNOUNCEMENT = Pattern.compile(
            "(?i)^(?:now,? |next,? |first,? |then |so |also,? |and |but |good[,.!:]* |great[,.!:]* |perfect[,.!:]* |excellent[,.!:]* |ok(?:ay)?[,.!:]* |right[,.!:]* )*"
                    + "(?:let me|let's|let us|i'll|i will|i'm going to|i am going to|i need to|now let|i should|i can see)\\b");

    private static final Pattern LEANING = Pattern.compile(
            "(?i)(?:but|so|then|and|wait|this|that|these|those|it|its|it's|they|he|she|both|also|or|however|otherwise|same)\\b");

    private static final double BINDS = 0.1;
    private static final double TELLS = 0.22;
    private static final double LEANS = 0.05;
    private static final double ANNOUNCES = 0.25;
    private static final double SLOW = 20;

    private Weight() {}

    static double of(Statement statement, long events) {
        double age = Math.max(0, events - statement.event());
        boolean agent = statement.voice() == Voice.AGENT;
        double cues = statement.voice() == Voice.PERSON
                ? BINDS * Math.min(2, count(BINDING, statement.text()))
                : TELLS * Math.min(2, count(TELLING, statement.text()));
        return (statement.voice() == Voice.PERSON ? 0.25 : 0)
                + (statement.voice() == Voice.SUMMARY ? 0.05 : 0)
                + 0.15 * StrictMath.exp(-age / SLOW)
                + 0.05 * StrictMath.exp(-2 * age / Math.max(1, events))
                + cues
                + (statement.first() ? 0.05 : 0)
                - (agent && leansOn(statement.text()) ? LEANS : 0)
                - (agent && announces(statement.text()) ? ANNOUNCES : 0);
    }

    static boolean announces(String text) {
        return ANNOUNCEMENT.matcher(text).lookingAt();
    }

    /** Whether a sentence can only be understood with the one before it. */
    static boolean leansOn(String text) {
        return LEANING.matcher(text).lookingAt();
    }

    /** Whether a person's sentence tells what must or must not be done. */
    static boolean constrains(String text) {
        return CONSTRAINT.matcher(text).find();
    }

    /** Whether a person's sentence may bind what comes after it. */
    static boolean binds(String text) {
        return BINDING.matcher(text).find();
    }

    /** Whether a sentence tells a decision, a finding or an outcome. */
    static boolean tells(String text) {
        return TELLING.matcher(text).find();
    }

    private static long count(Pattern cue, String text) {
        return cue.matcher(text).results().limit(2).count();
    }
}
