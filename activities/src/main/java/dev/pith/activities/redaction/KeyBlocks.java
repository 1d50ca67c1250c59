package dev.pith.activities.redaction;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Finds private key blocks: PEM, OpenSSH, PGP. Line breaks may be escaped, lines may have line numbers or diff markers,
 * and a block may be truncated at either end.
 */
final class KeyBlocks {

    private static final String BEGIN = "-----BEGIN";
    private static final String END = "-----END";
    private static final int LONGEST_LABEL = 60;
    private static final int LONGEST_BLOCK = 30_000;
    /** Minimum length of a key line; a shorter one is an ordinary word. */
    private static final int LEAST_LINE = 16;

    private KeyBlocks() {}

    /** Returns the block whose BEGIN line ends here, or null if it is empty. */
    static @Nullable Finding opened(String text, int end) {
        int from = end - BEGIN.length();
        int body = endOfLabel(text, end);
        if (from < 0 || !text.startsWith(BEGIN, from) || body < 0) {
            return null;
        }
        int to = endOfLines(text, body);
        return to == body ? null : new Finding(from, closed(text, to), SecretKind.PRIVATE_KEY, SecretForm.KEY_BLOCK);
    }

    /** Returns the key lines before the END line that ends here, for a block without a BEGIN line. */
    static @Nullable Finding cut(String text, int end, int notBefore) {
        int mark = end - END.length();
        int to = endOfLabel(text, end);
        if (mark < notBefore || !text.startsWith(END, mark) || to < 0) {
            return null;
        }
        int from = beginOfLines(text, mark, Math.max(notBefore, mark - LONGEST_BLOCK));
        return from == mark ? null : new Finding(from, to, SecretKind.PRIVATE_KEY, SecretForm.KEY_BLOCK);
    }

    private static int endOfLabel(String text, int from) {
        int limit = Math.min(text.length(), from + LONGEST_LABEL);
        int to = from;
        while (to < limit && (text.charAt(to) == ' ' || Alphabet.WORD.at(text, to))) {
            to++;
        }
        boolean isPrivate = text.substring(from, to).contains("PRIVATE KEY");
        return isPrivate && text.startsWith("-----", to) ? to + 5 : -1;
    }

    /** Returns the end of the last line that looks like a key line; {@code from} if there is none. */
    private static int endOfLines(String text, int from) {
        int limit = Math.min(text.length(), from + LONGEST_BLOCK);
        int last = from;
        int i = from;
        while (i < limit) {
            int word = skip(text, i, limit);
            int to = Alphabet.BASE64.end(text, word, limit);
            if (isHeader(text, word, to)) {
                i = endOfHeader(text, to, limit);
            } else if (to - word >= LEAST_LINE || (to > word && last > from && isLast(text, word, to))) {
                last = to;
                i = to;
            } else if (to > word && isLineNumber(text, word, to)) {
                i = to;
            } else {
                break;
            }
        }
        return last;
    }

    private static int beginOfLines(String text, int mark, int limit) {
        int first = mark;
        int i = mark;
        boolean open = true;
        while (i > limit) {
            int to = i;
            while (to > limit && isBetween(text, to - 1)) {
                to--;
            }
            int word = to;
            while (word > limit && Alphabet.BASE64.at(text, word - 1)) {
                word--;
            }
            // The letter of an escaped line break is not part of the next line.
            boolean isEscaped = word > limit && text.charAt(word - 1) == '\\' && text.charAt(word) == 'n';
            int begin = isEscaped ? word + 1 : word;
            if (to - begin >= LEAST_LINE) {
                first = begin;
            } else if (!(open || isLineNumber(text, begin, to)) || word == to) {
                break;
            }
            open &= begin == to;
            i = isEscaped ? word - 1 : word;
        }
        return first;
    }

    /** Returns the index after the END line, which is part of the block. */
    private static int closed(String text, int last) {
        int i = skip(text, last, Math.min(text.length(), last + LONGEST_LABEL));
        while (i > last && text.charAt(i - 1) == '-') {
            i--;
        }
        if (text.startsWith(END, i)) {
            int to = endOfLabel(text, i + END.length());
            return to < 0 ? last : to;
        }
        return last;
    }

    private static int skip(String text, int from, int limit) {
        int i = from;
        while (i < limit && isBetween(text, i)) {
            boolean isEscape = text.charAt(i) == '\\' && i + 1 < limit && "nrt".indexOf(text.charAt(i + 1)) >= 0;
            i += isEscape ? 2 : 1;
        }
        return i;
    }

    private static boolean isBetween(String text, int i) {
        char c = text.charAt(i);
        return c <= ' ' || "\\\"',|>:-→".indexOf(c) >= 0 || (c == '+' && !Alphabet.BASE64.at(text, i - 1));
    }

    /** Whether this is the short last line of a key: not an ordinary word, or followed only by the END line. */
    private static boolean isLast(String text, int from, int to) {
        int next = skip(text, to, Math.min(text.length(), to + LONGEST_LABEL));
        String line = text.substring(from, to);
        return (Alphabet.DIGIT.in(line) && Alphabet.LETTER.in(line))
                || text.charAt(to - 1) == '='
                || next == text.length()
                || text.startsWith("END ", next);
    }

    private static boolean isLineNumber(String text, int from, int to) {
        return to - from <= 6 && Alphabet.DIGIT.end(text, from, to) == to;
    }

    /** {@code Proc-Type: 4,ENCRYPTED}, {@code DEK-Info: …}, {@code Version: …}, {@code Comment: …}. */
    private static boolean isHeader(String text, int from, int to) {
        String word = text.substring(from, Math.min(to, from + 10)).toLowerCase(Locale.ROOT);
        return word.equals("proc") || word.equals("dek") || word.equals("version") || word.equals("comment");
    }

    private static int endOfHeader(String text, int from, int limit) {
        int i = from;
        while (i < limit && text.charAt(i) != '\n' && text.charAt(i) != '\\') {
            i++;
        }
        return i;
    }
}
