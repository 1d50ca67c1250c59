package dev.pith.activities.redaction;

import java.util.Locale;

/**
 * A key recognized by its prefix.
 *
 * @param body alphabet of the characters after the prefix
 * @param least minimum number of those characters; below the issued length if a key may be truncated
 * @param most maximum number of those characters; a longer run is something else
 */
record Shape(SecretKind kind, String prefix, Alphabet body, int least, int most) {

    /** Number of characters that suffice to distinguish a key from words. */
    private static final int PROOF = 40;

    private static final int DISTINCT = 8;

    static Shape key(String prefix, Alphabet body, int least) {
        return new Shape(SecretKind.API_KEY, prefix, body, least, Integer.MAX_VALUE);
    }

    static Shape token(String prefix, Alphabet body, int least) {
        return new Shape(SecretKind.TOKEN, prefix, body, least, Integer.MAX_VALUE);
    }

    static Shape key(String prefix, Alphabet body, int least, int most) {
        return new Shape(SecretKind.API_KEY, prefix, body, least, most);
    }

    static Shape token(String prefix, Alphabet body, int least, int most) {
        return new Shape(SecretKind.TOKEN, prefix, body, least, most);
    }

    /** Returns the end of the key that starts here, or -1 if there is none. */
    int end(String text, int at) {
        if (!text.startsWith(prefix, at)) {
            return -1;
        }
        int from = at + prefix.length();
        // Read only the minimum length first, so that consecutive key prefixes stay linear.
        int needed = body.end(text, from, (int) Math.min(text.length(), (long) from + least));
        if (needed < from + least || !isRandom(text, from, Math.min(text.length(), from + PROOF))) {
            return -1;
        }
        int to = most == Integer.MAX_VALUE
                ? body.end(text, needed)
                : body.end(text, needed, (int) Math.min(text.length(), (long) from + most + 1));
        if (most < Integer.MAX_VALUE && (to - from > most || Alphabet.ALNUM.at(text, to))) {
            return -1;
        }
        while (to > needed && (text.charAt(to - 1) == '.' || text.charAt(to - 1) == '-')) {
            to--;
        }
        return to;
    }

    /** Whether a range mixes character classes as words and placeholders do not. */
    private boolean isRandom(String text, int from, int limit) {
        int to = body.end(text, from, limit);
        String start = text.substring(from, to);
        boolean isMixed = Alphabet.DIGIT.in(start) || (Alphabet.UPPER.in(start) && Alphabet.LOWER.in(start));
        return isMixed
                && Alphabet.distinct(start) >= DISTINCT
                && !Placeholders.mentioned(start.toLowerCase(Locale.ROOT));
    }
}
