package dev.pith.activities.redaction;

/** A set of ASCII characters that a secret or a name may contain, stored as a lookup table. */
final class Alphabet {

    static final Alphabet DIGIT = new Alphabet("0123456789");
    static final Alphabet HEX = new Alphabet("0123456789abcdef");
    static final Alphabet LOWER = new Alphabet("abcdefghijklmnopqrstuvwxyz");
    static final Alphabet UPPER = new Alphabet("ABCDEFGHIJKLMNOPQRSTUVWXYZ");
    static final Alphabet LETTER = new Alphabet("", LOWER, UPPER);
    static final Alphabet UPPER_OR_DIGIT = new Alphabet("", UPPER, DIGIT);
    static final Alphabet ALNUM = new Alphabet("", LETTER, DIGIT);
    static final Alphabet WORD = new Alphabet("_", ALNUM);
    static final Alphabet URL_SAFE = new Alphabet("-", WORD);
    static final Alphabet DOTTED = new Alphabet(".", URL_SAFE);
    static final Alphabet BASE64 = new Alphabet("+/=", ALNUM);
    /** RFC 6750's b64token: what may follow {@code Bearer}. */
    static final Alphabet BEARER = new Alphabet("~+/=", DOTTED);

    private final boolean[] member = new boolean[128];

    Alphabet(String characters, Alphabet... parts) {
        characters.chars().forEach(c -> member[c] = true);
        for (Alphabet part : parts) {
            for (int c = 0; c < member.length; c++) {
                member[c] |= part.member[c];
            }
        }
    }

    boolean has(char c) {
        return c < 128 && member[c];
    }

    /** Whether the index is within the text and its character is in this alphabet. */
    boolean at(String text, int i) {
        return i >= 0 && i < text.length() && has(text.charAt(i));
    }

    /** Whether any character of the text is in this alphabet. */
    boolean in(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (has(text.charAt(i))) {
                return true;
            }
        }
        return false;
    }

    /** Returns the number of distinct ASCII characters in a text. */
    static int distinct(String text) {
        long low = 0;
        long high = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            low |= c < 64 ? 1L << c : 0;
            high |= c >= 64 && c < 128 ? 1L << (c - 64) : 0;
        }
        return Long.bitCount(low) + Long.bitCount(high);
    }

    /** Whether all characters of the text are in this alphabet. */
    boolean all(String text) {
        return end(text, 0) == text.length();
    }

    /** Returns the end of the run that starts here. */
    int end(String text, int from) {
        return end(text, from, text.length());
    }

    /** Returns the end of the run that starts here, at most {@code limit}. */
    int end(String text, int from, int limit) {
        int to = from;
        while (to < limit && has(text.charAt(to))) {
            to++;
        }
        return to;
    }
}
