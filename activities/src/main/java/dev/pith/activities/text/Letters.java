package dev.pith.activities.text;

import java.util.Locale;

/** What words are made of, in scripts with spaces and without. */
final class Letters {

    private Letters() {}

    /** Whether a character belongs to a word that spaces set apart. */
    static boolean isOfWord(char c) {
        if (c < 0x80) {
            return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
        }
        return c < 0x2E80 && !isUnspaced(c) && (Character.isLetter(c) || isMark(c));
    }

    /** Whether a character is of a script whose words stand without spaces, or take endings without an end. */
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

    /** Whether a character parts two words; Persian parts some by no more than a mark. */
    static boolean isBetweenWords(char c) {
        return c == ' ' || c == 0x200C || c == 0xA0;
    }

    /** Where the word ends that stands at a place; the place itself where none does. */
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

    /** A stretch in lower case, with one form of apostrophe and without the marks that writers leave out. */
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
