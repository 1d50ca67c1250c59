package dev.pith.activities.text;

/** Shortens texts, never inside a code point. Lengths are in characters. */
public final class Clip {

    /** Maximum distance by which a cut is moved to a word boundary, in characters. */
    private static final int NEAR = 20;

    private static final String GAP = " […] ";

    private Clip() {}

    /** Keeps the start (70 %) and the end (30 %) of a text within a length. */
    public static String middle(String text, int length) {
        if (text.length() <= length) {
            return text;
        }
        int room = Math.max(0, length - GAP.length());
        int head = start(text, room * 7 / 10);
        int tail = end(text, text.length() - (room - room * 7 / 10));
        return text.substring(0, wordEnd(text, head)) + GAP + text.substring(wordStart(text, tail));
    }

    /**
     * Clips like {@link #middle}. If that would remove the given index, keeps the text around the index instead.
     *
     * @param at the index; negative if there is none
     */
    public static String keeping(String text, int at, int length) {
        int room = Math.max(0, length - GAP.length());
        boolean within = at < 0 || text.length() <= length;
        if (within || at + NEAR < room * 7 / 10 || at > text.length() - (room - room * 7 / 10) + NEAR) {
            return middle(text, length);
        }
        int from = Math.max(0, Math.min(at - length / 3, text.length() - length));
        int to = Math.min(text.length(), from + length);
        int first = from == 0 ? 0 : wordStart(text, end(text, from));
        int last = to == text.length() ? to : wordEnd(text, start(text, to));
        if (first > at || last <= at) {
            return middle(text, length);
        }
        return (from == 0 ? "" : "[…] ") + text.substring(first, last).strip() + (to == text.length() ? "" : " […]");
    }

    /** Returns the last end of a word shortly before an index, or the index itself. */
    private static int wordEnd(String text, int at) {
        for (int i = at; i > Math.max(0, at - NEAR); i--) {
            if (Character.isWhitespace(text.charAt(i))) {
                return i;
            }
        }
        return at;
    }

    private static int wordStart(String text, int at) {
        for (int i = at; i < Math.min(text.length(), at + NEAR); i++) {
            if (Character.isWhitespace(text.charAt(i))) {
                return i + 1;
            }
        }
        return at;
    }

    /** Returns at most the first {@code length} characters, without an ellipsis. */
    public static String first(String text, int length) {
        return text.length() <= length ? text : text.substring(0, start(text, length));
    }

    /** Returns at most the last {@code length} characters, without an ellipsis. */
    public static String last(String text, int length) {
        return text.length() <= length ? text : text.substring(end(text, text.length() - length));
    }

    /** Returns at most {@code length} characters from the start; a shortened text ends with an ellipsis. */
    public static String beginning(String text, int length) {
        return text.length() <= length ? text : text.substring(0, start(text, length - 1)) + "…";
    }

    private static int start(String text, int at) {
        return at > 0 && Character.isHighSurrogate(text.charAt(at - 1)) ? at - 1 : Math.max(0, at);
    }

    private static int end(String text, int at) {
        return at < text.length() && Character.isLowSurrogate(text.charAt(at)) ? at + 1 : at;
    }
}
