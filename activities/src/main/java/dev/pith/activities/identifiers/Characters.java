package dev.pith.activities.identifiers;

/** Character classes, with a lookup table for ASCII. */
final class Characters {

    private static final String IN_RUNS = "_./-~@+";
    private static final boolean[] WORD = new boolean[128];
    private static final boolean[] RUN = new boolean[128];

    static {
        for (char c = 0; c < 128; c++) {
            WORD[c] = c == '_' || isDigit(c) || isLower(c) || isUpper(c);
            RUN[c] = WORD[c] || IN_RUNS.indexOf(c) >= 0;
        }
    }

    private Characters() {}

    /** Whether a character can be part of a run. A word with an accented letter is one run, but not an identifier. */
    static boolean isRun(char c) {
        return c < 128 ? RUN[c] : isAccented(c);
    }

    static boolean isWord(char c) {
        return c < 128 && WORD[c];
    }

    static boolean isAccented(char c) {
        return c >= 0xAA && c < 0x2000 && Character.isLetter(c);
    }

    /** Chinese, Japanese, Korean: scripts without spaces, in which a name may directly adjoin other words. */
    static boolean isCjk(char c) {
        return (c >= 0x2E80 && c <= 0xD7AF) || (c >= 0xF900 && c <= 0xFAFF) || c >= 0xFF00;
    }

    static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    static boolean isLower(char c) {
        return c >= 'a' && c <= 'z';
    }

    static boolean isUpper(char c) {
        return c >= 'A' && c <= 'Z';
    }

    static boolean isLetter(char c) {
        return isLower(c) || isUpper(c);
    }

    static boolean isHex(char c) {
        return isDigit(c) || (c >= 'a' && c <= 'f');
    }

    /** Whether all characters of a range are word characters. True for an empty range. */
    static boolean isWord(String text, int from, int to) {
        for (int i = from; i < to; i++) {
            if (!isWord(text.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    static boolean isDigits(String text, int from, int to) {
        for (int i = from; i < to; i++) {
            if (!isDigit(text.charAt(i))) {
                return false;
            }
        }
        return from < to;
    }
}
