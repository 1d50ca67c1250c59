package dev.pith.activities.redaction;

import java.util.List;

/**
 * A token that is known by the lengths and the alphabets of its pieces.
 *
 * @param name whose token it is, as the documentation calls it
 * @param kind what it is
 * @param pieces at least two, one directly after the other
 */
record JoinedShape(String name, SecretKind kind, List<TokenPart> pieces) {

    /** Random text has more different characters than what stands for it. */
    private static final int DISTINCT = 10;

    JoinedShape {
        pieces = List.copyOf(pieces);
        if (pieces.isEmpty()) {
            throw new IllegalArgumentException("JoinedShape " + name + ": needs a piece: name what it is made of");
        }
    }

    static JoinedShape token(String name, TokenPart... pieces) {
        return new JoinedShape(name, SecretKind.TOKEN, List.of(pieces));
    }

    static JoinedShape key(String name, TokenPart... pieces) {
        return new JoinedShape(name, SecretKind.API_KEY, List.of(pieces));
    }

    /** Whether a token may begin with this character. */
    boolean begins(char c) {
        TokenPart first = pieces.get(0);
        return first.literal().isEmpty() ? first.body().has(c) : first.literal().charAt(0) == c;
    }

    /** Where the token that begins here ends; -1 where none begins. */
    int end(String text, int at) {
        int to = at;
        for (int i = 0; i < pieces.size(); i++) {
            to = pieces.get(i).end(text, to);
            if (to < 0) {
                return -1;
            }
        }
        return Alphabet.ALNUM.at(text, to) || Alphabet.distinct(text.substring(at, to)) < DISTINCT ? -1 : to;
    }
}
