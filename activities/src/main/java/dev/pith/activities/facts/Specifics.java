package dev.pith.activities.facts;

/** Tells names and numbers from plain words. */
final class Specifics {

    /** The fewest characters of a distinct name. */
    static final int SHORTEST = 4;

    private Specifics() {}

    /** Returns whether any word of a text is a name or a number, such as {@code eu-west-3}, 5413 or {@code Casey}. */
    static boolean isIn(String text) {
        int from = 0;
        for (int i = 0; i <= text.length(); i++) {
            if (i == text.length() || text.charAt(i) == ' ') {
                if (isName(text, from, i)) {
                    return true;
                }
                from = i + 1;
            }
        }
        return false;
    }

    /**
     * Returns whether a text is one word that hardly means anything else elsewhere; a small number does, and so does a
     * word with a capital.
     */
    static boolean isDistinct(String text) {
        boolean sign = text.chars().skip(1).anyMatch(c -> !Character.isLetter(c) || Character.isUpperCase(c));
        return text.length() >= SHORTEST
                && text.indexOf(' ') < 0
                && (sign || Character.isDigit(text.charAt(0)))
                && isIn(text);
    }

    /** Returns the number of words. */
    static int words(String text) {
        int words = 0;
        for (int i = 0; i < text.length(); i++) {
            boolean begins = text.charAt(i) != ' ' && (i == 0 || text.charAt(i - 1) == ' ');
            words += begins ? 1 : 0;
        }
        return words;
    }

    private static boolean isName(String text, int from, int to) {
        boolean letter = false;
        for (int i = from; i < to; i++) {
            char c = text.charAt(i);
            if (Character.isDigit(c) || c == '_' || c == '/' || c == '@' || c == '`') {
                return true;
            }
            if ((c == '-' || c == '.' || c == ':') && i > from && i + 1 < to) {
                return true;
            }
            if (Character.isUpperCase(c) && (letter || i == from)) {
                return true;
            }
            letter |= Character.isLetter(c);
        }
        return false;
    }
}
