package dev.pith.activities.conversation;

/**
 * Characters that PostgreSQL rejects in text and jsonb: NUL and lone surrogates. Messages store them with a reversible
 * escape; text derived from messages has none. The escape character is a Unicode noncharacter, which does not normally
 * occur in text; if it does, it is escaped as well.
 */
public final class RefusedCharacters {

    private static final char NUL = 0;
    private static final char ESCAPE = '\uFDD0';
    private static final char REPLACEMENT = '\uFFFD';

    private RefusedCharacters() {}

    /** Returns the text with each of them replaced by a replacement character. */
    public static String replace(String text) {
        int at = firstOf(text, 0, NUL);
        if (at < 0) {
            return text;
        }
        StringBuilder replaced = new StringBuilder(text);
        for (; at >= 0; at = firstOf(text, at + 1, NUL)) {
            replaced.setCharAt(at, REPLACEMENT);
        }
        return replaced.toString();
    }

    /** Returns the text with each of them escaped in accepted characters. */
    public static String escape(String text) {
        int first = firstOf(text, 0, ESCAPE);
        if (first < 0) {
            return text;
        }
        StringBuilder escaped = new StringBuilder(text.length() + 32);
        int from = 0;
        for (int at = first; at >= 0; at = firstOf(text, from, ESCAPE)) {
            escaped.append(text, from, at).append(ESCAPE).append(String.format("%04x", (int) text.charAt(at)));
            from = at + 1;
        }
        return escaped.append(text, from, text.length()).toString();
    }

    /** Reverses {@link #escape}. */
    public static String unescape(String text) {
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

    /** Returns the index of the first rejected or {@code other} character, or -1 if there is none. */
    private static int firstOf(String text, int from, char other) {
        for (int i = from; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == NUL || c == other) {
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
