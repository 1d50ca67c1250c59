package dev.pith.activities.redaction;

import java.util.List;

/**
 * A token recognized by the lengths and alphabets of its pieces.
 *
 * @param name the issuer, as named in the documentation
 * @param kind the kind of secret
 * @param pieces at least two, one directly after the other
 */
record JoinedShape(String name, SecretKind kind, List<TokenPart> pieces) {

    /** Minimum number of distinct characters; placeholders have fewer. */
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

    /** Returns the end of the token that starts here, or -1 if there is none. */
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
