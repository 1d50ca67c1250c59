package dev.pith.activities.redaction;

import dev.pith.activities.redaction.SecretValue.Written;
import org.jspecify.annotations.Nullable;

/**
 * Finds values assigned to names that denote secrets, in any syntax: {@code name=value}, {@code "name": "value"},
 * {@code --name value}, {@code name: Type = "value"}, {@code name("value")}, {@code <name>value</name>}, and headers
 * {@code Authorization: Bearer …}.
 */
final class Assignments {

    /** Number of characters at the start of a value that are examined. */
    private static final int JUDGED = 100;
    /** Maximum number of spaces around an operator, and maximum length of a type or scheme. */
    private static final int NEAR = 24;

    private static final Alphabet PRINTABLE = new Alphabet("!\"#$%&'()*+,./:;<=>?@[\\]^`{|}~", Alphabet.URL_SAFE);
    private static final String HARD_ENDS = "\"'`<>&;\\";
    private static final String SOFT_ENDS = ",)]}|.:";

    private Assignments() {}

    /** Returns the value assigned to this name if it is a secret, else null. */
    static @Nullable Finding at(String text, int from, int to, SecretKind kind) {
        boolean isOption = text.startsWith("--", from);
        int name = isOption ? from + 2 : from;
        if (from > 0 && text.charAt(from - 1) == '<' && to < text.length() && text.charAt(to) == '>') {
            return plain(text, to + 1, kind, Written.QUOTED);
        }
        Finding beside = beside(text, from, to, kind);
        if (beside != null) {
            return beside;
        }
        int operator = spaces(text, quote(text, to));
        int value = afterOperator(text, operator);
        if (value < 0) {
            boolean isSeparate = isOption && to < text.length() && text.charAt(to) == ' ';
            return isSeparate ? value(text, spaces(text, to), kind, Written.BARE) : null;
        }
        boolean isTight = value == to + 1;
        boolean isLiteral = isTight && (isOption || SecretName.isVariable(text, name, to));
        int begin = spaces(text, value);
        if (kind == SecretKind.TOKEN && text.regionMatches(true, to - 13, "authorization", 0, 13)) {
            return afterScheme(text, begin);
        }
        int typed = afterType(text, begin);
        return value(text, typed < 0 ? begin : typed, kind, isLiteral ? literal(text, name, to, kind) : Written.BARE);
    }

    private static Written literal(String text, int name, int to, SecretKind kind) {
        return kind != SecretKind.PASSWORD && SecretName.isChosen(text, name, to) ? Written.CHOSEN : Written.PLAIN;
    }

    /** Returns the value introduced by the word {@code value} after the name. */
    private static @Nullable Finding beside(String text, int from, int to, SecretKind kind) {
        int value = NameValuePairs.value(text, to);
        Finding found = value < 0
                ? null
                : value(
                        text,
                        spaces(text, value),
                        kind,
                        SecretName.isVariable(text, from, to) ? Written.PLAIN : Written.BARE);
        return found == null ? null : new Finding(found.from(), found.to(), kind, SecretForm.NAME_AND_VALUE);
    }

    /** Returns the value after a Chinese name for a secret. */
    static @Nullable Finding afterChinese(String text, int to) {
        int operator = spaces(text, to);
        boolean isAssigned = operator < text.length() && ":=：是为".indexOf(text.charAt(operator)) >= 0;
        return isAssigned ? value(text, spaces(text, operator + 1), SecretKind.PASSWORD, Written.BARE) : null;
    }

    /** Returns the token after the word {@code Bearer}, in any context. */
    static @Nullable Finding bearer(String text, int to) {
        if (to >= text.length() || text.charAt(to) != ' ') {
            return null;
        }
        int end = Alphabet.BEARER.end(text, to + 1);
        // The token may be at the end of a sentence.
        int last = text.charAt(end - 1) == '.' ? end - 1 : end;
        Finding token = judged(text, to + 1, last, SecretKind.TOKEN, Written.QUOTED);
        return token == null ? null : new Finding(token.from(), token.to(), token.kind(), SecretForm.BEARER);
    }

    private static @Nullable Finding afterScheme(String text, int from) {
        int begin = quote(text, from);
        int word = Alphabet.URL_SAFE.end(text, begin, Math.min(text.length(), begin + NEAR));
        boolean isScheme = word > begin && word < text.length() && text.charAt(word) == ' ';
        int token = isScheme ? spaces(text, word) : begin;
        int to = Alphabet.BEARER.end(text, token);
        // An assignment in a header ends in an equals sign too; its value may already be redacted.
        boolean isBase64 = to - token >= 8
                && text.charAt(to - 1) == '='
                && Alphabet.BASE64.end(text, token) == to
                && !text.startsWith("[", to);
        return isBase64
                ? new Finding(token, to, SecretKind.TOKEN, SecretForm.NAMED)
                : judged(text, token, to, SecretKind.TOKEN, Written.QUOTED);
    }

    private static @Nullable Finding value(String text, int from, SecretKind kind, Written bare) {
        int begin = quote(text, from);
        if (begin == from) {
            return plain(text, from, kind, bare);
        }
        char quote = text.charAt(begin - 1);
        int end = quotedEnd(text, begin, quote);
        if (text.startsWith(" ", end)) {
            return kind == SecretKind.PASSWORD ? phrase(text, begin, quote, bare == Written.PLAIN) : null;
        }
        Finding literal = judged(text, begin, end, kind, Written.QUOTED);
        return literal == null && bare != Written.BARE ? judged(text, begin, end, kind, bare) : literal;
    }

    /** Reads a quoted value of several words. */
    private static @Nullable Finding phrase(String text, int from, char quote, boolean isLiteral) {
        int limit = Math.min(text.length(), from + JUDGED);
        int end = from;
        while (end < limit && text.charAt(end) != quote && text.charAt(end) != '\\' && text.charAt(end) >= ' ') {
            end++;
        }
        boolean isClosed = end < limit && (text.charAt(end) == quote || text.startsWith("\\" + quote, end));
        return isClosed
                        && PRINTABLE.all(text.substring(from, end).replace(" ", ""))
                        && Passphrases.isOne(text.substring(from, end), isLiteral)
                ? new Finding(from, end, SecretKind.PASSWORD, SecretForm.NAMED)
                : null;
    }

    /** Reads an unquoted value. Examines its start before searching for its end. */
    private static @Nullable Finding plain(String text, int from, SecretKind kind, Written written) {
        int near = Math.min(text.length(), from + JUDGED);
        int to = plainEnd(text, from, near);
        // An expression that is called or indexed is a name, not a value.
        boolean isCall = to < text.length() && (text.charAt(to) == '(' || text.charAt(to) == '[');
        Finding secret = isCall ? null : judged(text, from, to, kind, written);
        return secret == null || to < near
                ? secret
                : new Finding(from, plainEnd(text, from, text.length()), kind, SecretForm.NAMED);
    }

    private static @Nullable Finding judged(String text, int from, int to, SecretKind kind, Written written) {
        if (to <= from || Shapes.at(text, from) != null) {
            return null;
        }
        String beginning = text.substring(from, Math.min(to, from + JUDGED));
        return PRINTABLE.all(beginning) && SecretValue.isSecret(beginning, kind, written)
                ? new Finding(from, to, kind, SecretForm.NAMED)
                : null;
    }

    /** Returns the index after a quote, escaped or not; the same index if there is none. */
    private static int quote(String text, int from) {
        int i = from;
        while (i < text.length() && i < from + 4 && text.charAt(i) == '\\') {
            i++;
        }
        return i < text.length() && "\"'`".indexOf(text.charAt(i)) >= 0 ? i + 1 : from;
    }

    private static int spaces(String text, int from) {
        int i = from;
        while (i < text.length() && i < from + NEAR && (text.charAt(i) == ' ' || text.charAt(i) == '\t')) {
            i++;
        }
        return i;
    }

    /** Returns the index after {@code =}, {@code :}, {@code :=}, {@code =>}, a literal comparison or a "(", or -1. */
    private static int afterOperator(String text, int from) {
        int i = from;
        while (i < text.length() && i < from + 2 && (text.charAt(i) == ']' || text.charAt(i) == '?')) {
            i++;
        }
        i = spaces(text, i);
        if (text.startsWith("(", i) && quote(text, i + 1) > i + 1) {
            return i + 1;
        }
        int operator = i;
        while (i < text.length() && i < operator + 3 && "=:>!".indexOf(text.charAt(i)) >= 0) {
            i++;
        }
        return i == operator || text.charAt(operator) == '>' ? -1 : i;
    }

    /** Returns the index after a type and an equals sign if a literal follows, else -1. */
    private static int afterType(String text, int from) {
        int type = Alphabet.DOTTED.end(text, from, Math.min(text.length(), from + NEAR));
        int equals = spaces(text, type);
        if (type == from || !text.startsWith("=", equals)) {
            return -1;
        }
        int value = spaces(text, equals + 1);
        return quote(text, value) > value ? value : -1;
    }

    /** Returns the end of a quoted value, or the index of its first space. */
    private static int quotedEnd(String text, int from, char quote) {
        boolean isEscaped = from > 1 && text.charAt(from - 2) == '\\';
        int i = from;
        while (i < text.length() && text.charAt(i) != quote && text.charAt(i) != '\n') {
            if (text.charAt(i) == '\\') {
                if (isEscaped) {
                    return i;
                }
                i++;
            }
            if (i < text.length() && text.charAt(i) == ' ') {
                return i;
            }
            i++;
        }
        return Math.min(i, text.length());
    }

    private static int plainEnd(String text, int from, int limit) {
        int i = from;
        while (i < limit && !isEnd(text.charAt(i))) {
            i++;
        }
        while (i > from && SOFT_ENDS.indexOf(text.charAt(i - 1)) >= 0) {
            i--;
        }
        return i;
    }

    private static boolean isEnd(char c) {
        return c <= ' ' || c >= 128 || HARD_ENDS.indexOf(c) >= 0;
    }
}
