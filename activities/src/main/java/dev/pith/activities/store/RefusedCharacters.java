package dev.pith.activities.store;

/**
 * Escapes the characters that PostgreSQL refuses in text and jsonb (NUL and lone surrogates), reversibly. The escape
 * character is a Unicode noncharacter, which texts do not hold; where one does, it is escaped as well.
 */
final class RefusedCharacters {

    private static final char ESCAPE = '\uFDD0';

    private RefusedCharacters() {}

    static String escape(String text) {
        int first = firstRefused(text, 0);
        if (first < 0) {
            return text;
        }
        StringBuilder escaped = new StringBuilder(text.length() + 32);
        int from = 0;
        for (int at = first; at >= 0; at = firstRefused(text, from)) {
            escaped.append(text, from, at).append(ESCAPE).append(String.format("%04x", (int) text.charAt(at)));
            from = at + 1;
        }
        return escaped.append(text, from, text.length()).toString();
    }

    static String unescape(String text) {
        int at = text.indexOf(ESCAPE);
        if (at < 0) {
            return text;
        }
        StringBuilder plain = new StringBuilder(text.length());
        int from = 0;
        while (at >= 0 && at + 5 <= text.length()) {
            plain.append(text, from, at).append((char) Integer.parseInt(text, at + 1, at + 5, 16));
            from = at + 5;
            at = text.indexOf(ESCAPE, from);
        }
        return plain.append(text, from, text.length()).toString();
    }

    private static int firstRefused(String text, int from) {
        for (int i = from; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == 0 || c == ESCAPE) {
                return i;
            }
            if (Character.isSurrogate(c)) {
                if (Character.isHighSurrogate(c)
                        && i + 1 < text.length()
                        && Character.isLowSurrogate(text.charAt(i + 1))) {
                    i++;
                } else {
                    return i;
                }
            }
        }
        return -1;
    }
}
