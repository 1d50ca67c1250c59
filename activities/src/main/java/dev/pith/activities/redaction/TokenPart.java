package dev.pith.activities.redaction;

/**
 * A piece of a token: so many characters of an alphabet, after a literal.
 *
 * @param literal what stands before them; may be empty
 * @param body what they are made of
 * @param least the fewest of them
 * @param most the most of them
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

    /** Where the piece that begins here ends; -1 where none begins or it is longer. */
    int end(String text, int at) {
        if (!text.startsWith(literal, at)) {
            return -1;
        }
        int from = at + literal.length();
        int to = body.end(text, from, (int) Math.min(text.length(), (long) from + most + 1));
        return to - from < least || to - from > most ? -1 : to;
    }
}
