package dev.pith.activities.text;

import java.util.Locale;

/** Character classes of words, for scripts with and without spaces. */
final class Letters {

    private Letters() {}

    /** Whether a character is part of a word delimited by spaces. */
    static boolean isOfWord(char c) {
        if (c < 0x80) {
            return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
        }
        return c < 0x2E80 && !isUnspaced(c) && (Character.isLetter(c) || isMark(c));
    }

    /** Whether a character is of a script without spaces between words, or with endings that are not delimited. */
    static boolean isUnspaced(char c) {
        return isThai(c) || (c >= 0x2E80 && c <= 0xD7AF) || (c >= 0xF900 && c <= 0xFAFF);
    }

    /** Thai, and its neighbor Lao. */
    static boolean isThai(char c) {
        return c >= 0x0E00 && c <= 0x0EFF;
    }

    /** A vowel sign or another mark on a letter. */
    static boolean isMark(char c) {
        int type = Character.getType(c);
        return type == Character.NON_SPACING_MARK || type == Character.COMBINING_SPACING_MARK;
    }

    /** Whether a character separates two words. In Persian, a formatting mark alone may do so. */
    static boolean isBetweenWords(char c) {
        return c == ' ' || c == 0x200C || c == 0xA0;
    }

    /** Returns the end of the word at an index, or the index itself if there is no word. */
    static int wordEnd(String text, int from) {
        int end = from;
        while (end < text.length() && (isOfWord(text.charAt(end)) || isApostrophe(text, end))) {
            end++;
        }
        return end;
    }

    private static boolean isApostrophe(String text, int at) {
        char c = text.charAt(at);
        return (c == '\'' || c == '’') && at + 1 < text.length() && isOfWord(text.charAt(at + 1));
    }

    /** Returns a range in lowercase, with uniform apostrophes and without optional diacritics. */
    static String plain(String text, int from, int to) {
        String lower = text.substring(from, to).toLowerCase(Locale.ROOT).replace('’', '\'');
        StringBuilder plain = null;
        for (int i = 0; i < lower.length(); i++) {
            char c = lower.charAt(i);
            boolean optional =
                    (c >= 0x064B && c <= 0x0652) || (c >= 0x0591 && c <= 0x05C7) || c == 0x093C || c == 0x0307;
            if (optional && plain == null) {
                plain = new StringBuilder(lower.substring(0, i));
            } else if (!optional && plain != null) {
                plain.append(c);
            }
        }
        return plain == null ? lower : plain.toString();
    }
}
