package dev.pith.activities.redaction;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One pass over a text. Every word is looked at once; what stands between words only where it can belong to a secret. */
final class SecretScan {

    private static final int LONGEST_ESCAPE = 16;
    private static final int ACCESS_KEY = 20;

    private final String text;
    private final List<Finding> found = new ArrayList<>();
    private int word;
    private int wordEnd;
    private int done;

    SecretScan(String text) {
        this.text = text;
    }

    /** All secrets, which may overlap, in no order. */
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
            // An escaped line break belongs to no word.
            case '\\' -> i + 1 < text.length() && "nrt".indexOf(text.charAt(i + 1)) >= 0 ? i + 2 : i + 1;
            case '[' -> Math.max(i + 1, SecretKind.endOfMarker(text, i));
            case ':' -> after(UrlPasswords.at(text, i), i + 1);
            case '~' -> after(JoinedTokens.azure(text, word, i), i + 1);
            case '\u001b' -> afterColor(i);
            default -> i + 1;
        };
    }

    private int wordAt(int from) {
        // After a secret inside a word the rest of it is not measured again.
        int to = from < wordEnd ? wordEnd : Alphabet.URL_SAFE.end(text, from);
        word = from;
        wordEnd = to;
        Finding block = text.charAt(to - 1) == 'N'
                ? KeyBlocks.opened(text, to)
                : text.charAt(to - 1) == 'D' ? KeyBlocks.cut(text, to, done) : null;
        if (block != null) {
            for (Finding glued : new SecretScan(text.substring(from, Math.max(from, block.from()))).run()) {
                found.add(new Finding(from + glued.from(), from + glued.to(), glued.kind()));
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
        return after(named(from, to), to);
    }

    private @Nullable Finding named(int from, int to) {
        if (to - from == 6 && text.regionMatches(true, from, "bearer", 0, 6)) {
            return Assignments.bearer(text, to);
        }
        if (text.charAt(from) == '-') {
            Finding password = CurlPasswords.at(text, from, to);
            if (password != null) {
                return password;
            }
        }
        SecretKind kind = SecretName.kind(text, from, to);
        return kind == null ? null : Assignments.at(text, from, to, kind);
    }

    /** Takes a secret where there is one, and says where to go on. */
    private int after(@Nullable Finding secret, int otherwise) {
        if (secret == null) {
            return otherwise;
        }
        found.add(secret);
        done = secret.to();
        return secret.to();
    }

    /** A terminal's color ends in a letter that does not belong to the word after it. */
    private int afterColor(int escape) {
        int i = escape + 1;
        while (i < text.length() && i < escape + LONGEST_ESCAPE && "[;0123456789".indexOf(text.charAt(i)) >= 0) {
            i++;
        }
        return Math.min(text.length(), i + 1);
    }
}
