package dev.pith.activities.redaction;

/**
 * A piece of a token: a literal followed by characters of an alphabet.
 *
 * @param literal text before the characters; may be empty
 * @param body alphabet of the characters
 * @param least minimum number of characters
 * @param most maximum number of characters
 */
record TokenPart(String literal, Alphabet body, int least, int most) {

    TokenPart {
        if (least < 0 || most < least) {
            throw new IllegalArgumentException(
                    "a part of a token: most must not be less than least: swap " + least + " and " + most);
        }
    }

    static TokenPart of(String literal, Alphabet body, int length) {
        return new TokenPart(literal, body, length, length);
    }

    /** Returns the end of the piece that starts here, or -1 if there is none or it is too long. */
    int end(String text, int at) {
        if (!text.startsWith(literal, at)) {
            return -1;
        }
        int from = at + literal.length();
        int to = body.end(text, from, (int) Math.min(text.length(), (long) from + most + 1));
        return to - from < least || to - from > most ? -1 : to;
    }
}
