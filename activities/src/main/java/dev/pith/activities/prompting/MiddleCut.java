package dev.pith.activities.prompting;

/** Removes the middle of a text that is too long, at code point boundaries, and states how much was removed. */
final class MiddleCut {

    /** Share kept from the start. It is larger than the end's, since the start usually describes the rest. */
    private static final double BEGINNING = 0.6;

    /** Size of the note about the gap, in tokens. */
    private static final int GAP = 20;

    private MiddleCut() {}

    /**
     * Returns the start and the end of the text, with a note about the gap.
     *
     * @param has size of the text, in tokens
     * @param may maximum size, in tokens
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
