package dev.pith.activities.text;

/** Shortens texts, never inside a code point. Lengths are in characters. */
public final class Clip {

    /** A cut is moved to the end of a word that is not further away. In characters. */
    private static final int NEAR = 20;

    private static final String GAP = " […] ";

    private Clip() {}

    /** The first seven tenths and the last three of what fits. */
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
     * As {@link #middle}, or, where that would leave out a place, what stands around the place.
     *
     * @param at the place, below 0 where there is none
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

    /** The last end of a word shortly before a place, or the place. */
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

    /** The first so many, without a sign that there are more. */
    public static String first(String text, int length) {
        return text.length() <= length ? text : text.substring(0, start(text, length));
    }

    /** The last so many, without a sign that there are more. */
    public static String last(String text, int length) {
        return text.length() <= length ? text : text.substring(end(text, text.length() - length));
    }

    /** The beginning of what fits. */
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
