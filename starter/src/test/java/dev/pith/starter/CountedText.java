package dev.pith.starter;

/** A text that may be looked at only so often: work is counted in looks, so that a slow machine changes nothing. */
final class CountedText implements CharSequence {

    /** More looks than a linear search needs. */
    static final class TooManyLooks extends RuntimeException {
        private static final long serialVersionUID = 1;
    }

    private final String text;
    private long left;

    CountedText(String text, long looks) {
        this.text = text;
        this.left = looks;
    }

    @Override
    public int length() {
        return text.length();
    }

    @Override
    public char charAt(int index) {
        if (--left < 0) {
            throw new TooManyLooks();
        }
        return text.charAt(index);
    }

    @Override
    public CharSequence subSequence(int start, int end) {
        return text.substring(start, end);
    }

    @Override
    public String toString() {
        return text;
    }
}
