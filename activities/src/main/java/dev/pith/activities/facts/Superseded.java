package dev.pith.activities.facts;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds words by which a text says that what it gives does not hold. */
public final class Superseded {

    /** In the words before a value, or in its own sentence. */
    private static final Pattern BEFORE = Pattern.compile(
            "(?i)\\b(?:superseded|obsolete|provisional|deprecated|outdated|no longer|formerly|previous(?:ly)?|"
                    + "used to be|rejected|distractors?|hypothetical(?:ly)?|placeholder|for example|e\\.g\\.|imagine|"
                    + "suppose|simulat(?:ed|ion)|candidates?|draft|tentative(?:ly)?|if)\\b"
                    + "|过时|作废|废弃|暂定|例如|比如|假设|如果|旧的");

    /** What a message says of itself: "this note is provisional", "these values do not matter". */
    private static final Pattern ITSELF = Pattern.compile("(?i) (?:"
            + "(?:is|are|was|were|remains?) (?:all |just |only |merely |now |entirely |completely |totally )?"
            + "(?:provisional|obsolete|distractors?|unrelated|superseded|outdated|irrelevant|a distractor|an example)"
            + "|(?:should|can|must|may|will) be (?:ignored|replaced|disregarded)"
            + "|(?:do|does) not (?:matter|count)|don't matter|has no effect|have no effect|changes? nothing)\\b"
            + "|是干扰|都不重要|请忽略|都已作废|与此无关");

    private static final Pattern SUBJECT =
            Pattern.compile("(?i)\\b(?:this|these|every|everything|all|nothing|none|no|the)\\b");

    /** How far its subject may stand before it, in characters. */
    private static final int NEAR = 60;

    private Superseded() {}

    /** Returns whether words say that the values after them do not hold. */
    static boolean isSaidBy(String words) {
        return BEFORE.matcher(words).find();
    }

    /** Returns whether a message says of itself that nothing in it holds or matters. Linear. */
    public static boolean isWhole(String message) {
        Matcher matcher = ITSELF.matcher(message);
        while (matcher.find()) {
            String before = message.substring(Math.max(0, matcher.start() - NEAR), matcher.start());
            if (message.charAt(matcher.start()) != ' '
                    || SUBJECT.matcher(sentence(before)).find()) {
                return true;
            }
        }
        return false;
    }

    private static String sentence(String before) {
        int from = before.length();
        while (from > 0 && ".!?\n".indexOf(before.charAt(from - 1)) < 0) {
            from--;
        }
        return before.substring(from);
    }
}
