package dev.pith.activities.redaction;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One pass over a text. Examines every word once, and other characters only if they can be part of a secret. */
final class SecretScan {

    private static final int LONGEST_ESCAPE = 16;
    private static final int ACCESS_KEY = 20;

    private final String text;
    private final List<Finding> found = new ArrayList<>();
    private int word;
    private int wordEnd;
    private int done;
    private int headerEnd;

    SecretScan(String text) {
        this.text = text;
    }

    /** Returns all secrets, possibly overlapping, in no particular order. */
    List<Finding> run() {
        int i = 0;
        while (i < text.length()) {
            char c = text.charAt(i);
            i = Alphabet.URL_SAFE.has(c) ? wordAt(i) : signAt(i, c);
        }
        return found;
    }

    private int signAt(int i, char c) {
        return switch (c) {
            // An escaped line break is not part of a word.
            case '\\' -> i + 1 < text.length() && "nrt".indexOf(text.charAt(i + 1)) >= 0 ? i + 2 : i + 1;
            case '[' -> Math.max(i + 1, SecretKind.endOfMarker(text, i));
            case ':' -> colon(i);
            case '~' -> after(JoinedTokens.azure(text, word, i), i + 1);
            case '码', '令' -> chinese(i);
            case '\u001b' -> afterColor(i);
            default -> i + 1;
        };
    }

    private int colon(int i) {
        Finding password = UrlPasswords.at(text, i);
        return after(password == null ? PgpassPasswords.at(text, i) : password, i + 1);
    }

    /** Checks for the two Chinese words for password. */
    private int chinese(int i) {
        boolean isName = text.startsWith("密码", i - 1) || text.startsWith("口令", i - 1);
        return after(isName ? Assignments.afterChinese(text, i + 1) : null, i + 1);
    }

    private int wordAt(int from) {
        // After a secret inside a word, reuse the known end of the word.
        int to = from < wordEnd ? wordEnd : Alphabet.URL_SAFE.end(text, from);
        word = from;
        wordEnd = to;
        Finding block = text.charAt(to - 1) == 'N'
                ? KeyBlocks.opened(text, to)
                : text.charAt(to - 1) == 'D' ? KeyBlocks.cut(text, to, done) : null;
        if (block != null) {
            for (Finding glued : new SecretScan(text.substring(from, Math.max(from, block.from()))).run()) {
                found.add(new Finding(from + glued.from(), from + glued.to(), glued.kind(), glued.form()));
            }
            return after(block, to);
        }
        for (int i = from; i < to; i++) {
            if (!Alphabet.ALNUM.at(text, i - 1) || i == from) {
                Finding secret = Shapes.at(text, i);
                if (secret == null) {
                    secret = JoinedTokens.at(text, i, to);
                }
                if (secret != null) {
                    if (secret.to() - i == ACCESS_KEY && text.charAt(i) == 'A') {
                        AccessKeySecrets.near(text, secret, found);
                    }
                    return after(secret, to);
                }
            }
        }
        if ((to - from == 6 && is(from, "cookie")) || (to - from == 10 && is(from, "set-cookie"))) {
            cookies(to);
        }
        boolean isCookieOption = (to - from == 2 && text.startsWith("-b", from))
                || (to - from == 8 && text.startsWith("--cookie", from));
        if (isCookieOption && to >= headerEnd) {
            headerEnd = Cookies.afterOption(text, from, to, found);
        }
        return after(named(from, to), to);
    }

    /** Reads a cookie header once, even if its name recurs in its values. */
    private void cookies(int to) {
        if (to >= headerEnd) {
            headerEnd = Cookies.after(text, to, found);
        }
    }

    private @Nullable Finding named(int from, int to) {
        Finding keyword = switch (to - from) {
            case 4 -> is(from, "auth") ? EncodedCredentials.at(text, to) : null;
            case 5 -> is(from, "basic") || is(from, "_auth") ? EncodedCredentials.at(text, to) : null;
            case 6 -> is(from, "bearer") ? Assignments.bearer(text, to) : null;
            case 7 ->
                is(from, "machine") || is(from, "default") ? NetrcPasswords.at(text, to, is(from, "default")) : null;
            case 8, 10 -> SqlPasswords.at(text, from, to);
            default -> null;
        };
        if (keyword == null && text.charAt(from) == '-') {
            keyword = ProgramPasswords.at(text, from, to);
        }
        if (keyword != null) {
            return keyword;
        }
        SecretKind kind = SecretName.kind(text, from, to);
        return kind == null ? null : Assignments.at(text, from, to, kind);
    }

    /** Whether this word starts here, with the same length. */
    private boolean is(int from, String word) {
        return text.regionMatches(true, from, word, 0, word.length());
    }

    /** Adds a secret, if any, and returns the index at which to continue. */
    private int after(@Nullable Finding secret, int otherwise) {
        if (secret == null) {
            return otherwise;
        }
        found.add(secret);
        done = secret.to();
        return secret.to();
    }

    /** Skips a terminal color sequence; its final letter is not part of the next word. */
    private int afterColor(int escape) {
        int i = escape + 1;
        while (i < text.length() && i < escape + LONGEST_ESCAPE && "[;0123456789".indexOf(text.charAt(i)) >= 0) {
            i++;
        }
        return Math.min(text.length(), i + 1);
    }
}
