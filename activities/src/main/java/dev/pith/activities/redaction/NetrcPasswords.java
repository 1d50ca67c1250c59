package dev.pith.activities.redaction;

import dev.pith.activities.redaction.SecretValue.Written;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds passwords of a netrc file: {@code machine host login user password …}, on one line or on several. */
final class NetrcPasswords {

    private static final int LONGEST = 256;
    private static final int MOST_PAIRS = 4;
    private static final Set<String> KEYWORDS = Set.of("login", "user", "account", "password", "passwd");

    private NetrcPasswords() {}

    /** Returns the password of the entry whose word {@code machine} or {@code default} ends here, or null. */
    static @Nullable Finding at(String text, int to, boolean isDefault) {
        int host = blanks(text, to);
        int i = isDefault ? to : word(text, host);
        boolean isHost = isDefault || isHost(text.substring(host, i));
        boolean hasLogin = false;
        for (int pair = 0; pair < MOST_PAIRS; pair++) {
            int key = blanks(text, i);
            int keyEnd = word(text, key);
            String keyword = text.substring(key, keyEnd);
            int from = blanks(text, keyEnd);
            if (key == i || from == keyEnd || !KEYWORDS.contains(keyword)) {
                return null;
            }
            int end = word(text, from);
            if (keyword.startsWith("pass")) {
                return hasLogin ? secret(text, from, end, isHost) : null;
            }
            if (text.startsWith("anonymous", from)) {
                return null;
            }
            hasLogin = true;
            i = end;
        }
        return null;
    }

    /** If the host looks like a word, the text may be prose; then a password needs more than letters. */
    private static @Nullable Finding secret(String text, int from, int end, boolean isHost) {
        String value = text.substring(from, end);
        boolean isSecret = !value.isEmpty()
                && (isHost || !Alphabet.LETTER.all(value))
                && SecretValue.isSecret(value, SecretKind.PASSWORD, Written.PLAIN);
        return isSecret ? new Finding(from, end, SecretKind.PASSWORD, SecretForm.NETRC) : null;
    }

    private static boolean isHost(String host) {
        return host.indexOf('.') > 0 || host.equals("localhost");
    }

    private static int blanks(String text, int from) {
        int i = from;
        while (i < text.length() && i < from + 16 && (text.charAt(i) <= ' ' || isEscaped(text, i))) {
            i += text.charAt(i) == '\\' ? 2 : 1;
        }
        return Math.min(i, text.length());
    }

    private static int word(String text, int from) {
        int i = from;
        while (i < text.length()
                && i < from + LONGEST
                && text.charAt(i) > ' '
                && "\"`".indexOf(text.charAt(i)) < 0
                && !isEscaped(text, i)) {
            i++;
        }
        return i;
    }

    private static boolean isEscaped(String text, int i) {
        return text.charAt(i) == '\\' && i + 1 < text.length() && "nrt".indexOf(text.charAt(i + 1)) >= 0;
    }
}
