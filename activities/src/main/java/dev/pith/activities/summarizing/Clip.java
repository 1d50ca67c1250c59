package dev.pith.activities.summarizing;

/** Shortens texts, never inside a code point. Lengths are in characters. */
final class Clip {

    private static final String GAP = " […] ";

    private Clip() {}

    /** The first seven tenths and the last three of what fits. */
    static String middle(String text, int length) {
        if (text.length() <= length) {
            return text;
        }
        int room = Math.max(0, length - GAP.length());
        int head = start(text, room * 7 / 10);
        int tail = end(text, text.length() - (room - room * 7 / 10));
        return text.substring(0, head) + GAP + text.substring(tail);
    }

    /** The beginning of what fits. */
    static String beginning(String text, int length) {
        return text.length() <= length ? text : text.substring(0, start(text, length - 1)) + "…";
    }

    private static int start(String text, int at) {
        return at > 0 && Character.isHighSurrogate(text.charAt(at - 1)) ? at - 1 : Math.max(0, at);
    }

    private static int end(String text, int at) {
        return at < text.length() && Character.isLowSurrogate(text.charAt(at)) ? at + 1 : at;
    }
}
