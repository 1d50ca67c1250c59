package dev.pith.activities.redaction;

import java.util.Locale;

/**
 * A key that is known by how it begins.
 *
 * @param body what follows the prefix
 * @param least the fewest characters that follow; less than issued ones have where a key may be cut off
 * @param most the most that follow; a longer run is something else
 */
record Shape(SecretKind kind, String prefix, Alphabet body, int least, int most) {

    /** As many characters are enough to tell a key from words. */
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

    /** Where the key that begins here ends; -1 where none begins. */
    int end(String text, int at) {
        if (!text.startsWith(prefix, at)) {
            return -1;
        }
        int from = at + prefix.length();
        // The first look is as short as the rule allows, so that beginnings of keys one after the other cost no more.
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

    /** Whether a stretch mixes what words and placeholders do not mix. */
    private boolean isRandom(String text, int from, int limit) {
        int to = body.end(text, from, limit);
        String start = text.substring(from, to);
        boolean isMixed = Alphabet.DIGIT.in(start) || (Alphabet.UPPER.in(start) && Alphabet.LOWER.in(start));
        return isMixed
                && Alphabet.distinct(start) >= DISTINCT
                && !Placeholders.mentioned(start.toLowerCase(Locale.ROOT));
    }
}
