package dev.pith.activities.identifiers;

import org.jspecify.annotations.Nullable;

/** Versions, numbers with a unit, exit codes. */
final class Quantities {

    private static final int LONGEST_UNIT = 8;

    private Quantities() {}

    /** {@code v1.2}, {@code 1.2.3}, {@code 1.2.3-rc.1}. */
    static boolean isVersion(String name) {
        boolean v = name.charAt(0) == 'v';
        int dots = 0;
        int i = v ? 1 : 0;
        int start = i;
        while (i < name.length() && (Characters.isDigit(name.charAt(i)) || name.charAt(i) == '.')) {
            if (name.charAt(i) == '.') {
                if (i == start || name.charAt(i - 1) == '.') {
                    return false;
                }
                dots++;
            }
            i++;
        }
        boolean ends = i == name.length() || (name.charAt(i) == '-' && i + 1 < name.length());
        return ends && i > start && name.charAt(i - 1) != '.' && dots >= (v ? 1 : 2);
    }

    /** Returns a number with its unit. The unit follows directly or, if it is a word, after one space. */
    static @Nullable String at(String text, int from, int to) {
        int i = from;
        boolean dot = false;
        while (i < to && (Characters.isDigit(text.charAt(i)) || (text.charAt(i) == '.' && !dot && i > from))) {
            dot |= text.charAt(i) == '.';
            i++;
        }
        if (i == from || text.charAt(i - 1) == '.') {
            return null;
        }
        if (i < to) {
            return to - i <= 3 && KnownNames.isUnit(text.substring(i, to)) ? text.substring(from, to) : null;
        }
        if (text.startsWith("%", to)) {
            return text.substring(from, to + 1);
        }
        if (!text.startsWith(" ", to)) {
            return null;
        }
        int end = to + 1;
        while (end < text.length() && end - to <= LONGEST_UNIT && Characters.isLower(text.charAt(end))) {
            end++;
        }
        boolean ends = end == text.length() || !Characters.isWord(text.charAt(end));
        return ends && end - to > 4 && KnownNames.isUnit(text.substring(to + 1, end))
                ? text.substring(from, end)
                : null;
    }

    /** {@code exit code 3}, {@code exit status 1}, {@code status 404}. */
    static @Nullable String outcomeAt(String text, int from, int to) {
        int at = to;
        for (String word : new String[] {" code", " status"}) {
            if (text.startsWith(word, at)) {
                at += word.length();
                break;
            }
        }
        if (!text.startsWith(" ", at)) {
            return null;
        }
        int start = at + 1;
        int end = start;
        while (end < text.length() && end - start < 4 && Characters.isDigit(text.charAt(end))) {
            end++;
        }
        boolean ends = end == text.length() || !Characters.isWord(text.charAt(end));
        boolean succeeds = text.startsWith("0", start) && end == start + 1;
        return end > start && end - start <= 3 && ends && !succeeds ? text.substring(from, end) : null;
    }
}
