package dev.pith.activities.prompting;

/** Removes the middle of a text that is too long, at code points, and states how much. */
final class MiddleCut {

    /** More of the beginning is kept, since it says what the rest is. */
    private static final double BEGINNING = 0.6;

    /** What the words about the gap take. In tokens. */
    private static final int GAP = 20;

    private MiddleCut() {}

    /**
     * The beginning and the end.
     *
     * @param has what the text takes, in tokens
     * @param may what it may take
     */
    static String of(String text, int has, int may) {
        int room = (int) ((long) text.length() * Math.max(0, may - GAP) / Math.max(1, has));
        int head = before(text, (int) (room * BEGINNING));
        int tail = after(text, text.length() - (room - (int) (room * BEGINNING)));
        return text.substring(0, head) + "\n[… " + (tail - head) + " characters left out here …]\n"
                + text.substring(tail);
    }

    private static int before(String text, int at) {
        return at > 0 && Character.isHighSurrogate(text.charAt(at - 1)) ? at - 1 : at;
    }

    private static int after(String text, int at) {
        return at < text.length() && Character.isLowSurrogate(text.charAt(at)) ? at + 1 : at;
    }
}
