package dev.pith.activities.summarizing;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Detects sentences with which an agent answers but reports nothing: a bare acknowledgement with a few words that name
 * nothing ("True, the test writes all four."), and the assurance that nothing was done ("I haven't changed anything
 * yet."). Findings and decisions are in other sentences.
 */
final class Acknowledgement {

    /** Openings by which an agent agrees with an earlier statement. */
    private static final Set<String> CONCEDING = Set.of(
            "true",
            "good",
            "great",
            "perfect",
            "excellent",
            "right",
            "correct",
            "yes",
            "yep",
            "yeah",
            "indeed",
            "exactly",
            "sure",
            "fair",
            "fair enough",
            "fair point",
            "good point",
            "good catch",
            "good question",
            "makes sense",
            "you're right",
            "of course");

    /** Openings by which an agent states that it has understood or seen something; the finding may follow directly. */
    private static final Set<String> NOTICING = Set.of("found", "found it", "got it", "noted", "understood", "i see");

    /** Continuations of a noticing opening that report nothing. */
    private static final Pattern FOLLOWING = Pattern.compile("(?i)^(?:and|but|so|it|it's|that|that's|thanks)\\b");

    private static final Pattern NOTHING_DONE = Pattern.compile("(?i)^(?:(?:so far|for now|and|but|also)[, ]++)?+"
            + "(?:i (?:haven't|have not|didn't|did not|hadn't) [a-z]++ (?:anything|any of (?:it|this|that))"
            + "|nothing (?:is|was|has been|had been) [a-z]++)"
            + "(?: (?:yet|so far|else|here|there|for now|myself))*+[.!…]*+$");

    private static final Pattern END_OF_OPENING = Pattern.compile(",| [—–-] ");

    private static final int LONGEST_OPENING = 16;
    private static final int MOST_WORDS = 6;

    private static final String SIGNS_OF_NAMES = "_/\\`\"()[]{}<>=#@$%&*|~:+";

    private Acknowledgement() {}

    /** Returns whether a sentence is an acknowledgement without information. */
    static boolean is(String text) {
        return NOTHING_DONE.matcher(text).matches() || concedes(text);
    }

    /** Returns whether a sentence has at most so many words and names nothing. */
    static boolean isFewPlainWords(String text, int most) {
        String rest = text.isEmpty() ? text : Character.toLowerCase(text.charAt(0)) + text.substring(1);
        return words(rest) <= most && !names(rest);
    }

    private static boolean concedes(String text) {
        Matcher end = END_OF_OPENING.matcher(text.substring(0, Math.min(LONGEST_OPENING + 3, text.length())));
        if (!end.find() || end.start() == 0) {
            return false;
        }
        String opening = text.substring(0, end.start()).toLowerCase(Locale.ROOT);
        String rest = text.substring(end.end()).strip();
        boolean isEmpty = CONCEDING.contains(opening)
                || (NOTICING.contains(opening) && FOLLOWING.matcher(rest).find());
        return isEmpty && words(rest) <= MOST_WORDS && !names(rest) && !Weight.tells(rest);
    }

    /**
     * Returns whether a text contains a name: digits, signs or capitals, except the word I and a full stop at the end.
     */
    private static boolean names(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean isInner = i + 1 < text.length() && Character.isLetterOrDigit(text.charAt(i + 1));
            boolean isI = c == 'I' && !isInner;
            if (Character.isDigit(c)
                    || SIGNS_OF_NAMES.indexOf(c) >= 0
                    || (Character.isUpperCase(c) && !isI)
                    || (c == '.' && isInner)) {
                return true;
            }
        }
        return false;
    }

    private static int words(String text) {
        int words = text.isEmpty() ? 0 : 1;
        for (int i = 0; i < text.length(); i++) {
            words += text.charAt(i) == ' ' ? 1 : 0;
        }
        return words;
    }
}
