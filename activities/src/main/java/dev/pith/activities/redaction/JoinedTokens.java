package dev.pith.activities.redaction;

import org.jspecify.annotations.Nullable;

/** Finds tokens of several pieces: JWTs, SendGrid and Telegram keys, Azure application secrets. */
final class JoinedTokens {

    private static final int LEAST_PIECE = 10;
    /** Position of the mark {@code Q~} in an Azure application secret, and the length after it. */
    private static final int AZURE_BEFORE = 4;

    private static final int AZURE_AFTER = 31;
    private static final int TELEGRAM_SECRET = 35;

    private JoinedTokens() {}

    /** Returns the token that starts with this run, or null. */
    static @Nullable Finding at(String text, int from, int to) {
        char first = text.charAt(from);
        if (first == 'e' && text.startsWith("eyJ", from) && isDot(text, to)) {
            return jwt(text, from, to);
        }
        if (first == 'S' && text.startsWith("SG.", from)) {
            return sendGrid(text, from);
        }
        boolean isUrl = first == 'b' && text.startsWith("bot", from);
        int digits = isUrl ? from + 3 : from;
        if (Alphabet.DIGIT.at(text, digits) && to < text.length() && text.charAt(to) == ':') {
            return telegram(text, digits, to);
        }
        return JoinedShapes.at(text, from, to);
    }

    /** Reads a JWT. Header and payload are JSON objects, so both start with "ey". The signature may be cut off. */
    private static @Nullable Finding jwt(String text, int from, int to) {
        if (to - from < LEAST_PIECE || !text.startsWith("ey", to + 1)) {
            return null;
        }
        int second = Alphabet.URL_SAFE.end(text, to + 1, Math.min(text.length(), to + 1 + LEAST_PIECE));
        if (second - to <= LEAST_PIECE) {
            return null;
        }
        int end = Alphabet.URL_SAFE.end(text, second);
        boolean isWhole = isDot(text, end) && Alphabet.URL_SAFE.at(text, end + 1);
        return new Finding(
                from, isWhole ? Alphabet.URL_SAFE.end(text, end + 1) : end, SecretKind.TOKEN, SecretForm.PIECES);
    }

    private static @Nullable Finding sendGrid(String text, int from) {
        int id = Alphabet.URL_SAFE.end(text, from + 3);
        if (id - from < 3 + LEAST_PIECE || !isDot(text, id)) {
            return null;
        }
        int end = Alphabet.URL_SAFE.end(text, id + 1);
        return end - id <= LEAST_PIECE ? null : new Finding(from, end, SecretKind.API_KEY, SecretForm.PIECES);
    }

    private static @Nullable Finding telegram(String text, int digits, int colon) {
        boolean isId = Alphabet.DIGIT.end(text, digits) == colon && colon - digits >= 8 && colon - digits <= 10;
        if (!isId || !text.startsWith("AA", colon + 1)) {
            return null;
        }
        int end = Alphabet.URL_SAFE.end(text, colon + 1);
        return end - colon - 1 == TELEGRAM_SECRET
                ? new Finding(digits, end, SecretKind.TOKEN, SecretForm.PIECES)
                : null;
    }

    /**
     * Returns the Azure application secret around this tilde, recognized by {@code digit Q ~} from its fourth
     * character, or null. The word before the tilde starts at {@code word}.
     */
    static @Nullable Finding azure(String text, int word, int tilde) {
        int from = tilde - 1 - AZURE_BEFORE;
        if (from < 0 || text.charAt(tilde - 1) != 'Q' || !Alphabet.DIGIT.at(text, tilde - 2)) {
            return null;
        }
        int end = tilde + 1;
        while (end < text.length() && end < tilde + 40 && (Alphabet.DOTTED.at(text, end) || text.charAt(end) == '~')) {
            end++;
        }
        boolean begins =
                Alphabet.DOTTED.end(text, from, tilde) == tilde && (from == word || !Alphabet.WORD.at(text, from - 1));
        return begins && end - tilde > AZURE_AFTER
                ? new Finding(from, end, SecretKind.SECRET, SecretForm.PIECES)
                : null;
    }

    private static boolean isDot(String text, int at) {
        return at < text.length() && text.charAt(at) == '.';
    }
}
