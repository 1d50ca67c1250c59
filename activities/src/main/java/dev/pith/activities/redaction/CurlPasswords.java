package dev.pith.activities.redaction;

import dev.pith.activities.redaction.SecretValue.Written;
import org.jspecify.annotations.Nullable;

/** Passwords after curl's option {@code -u user:password}; for other programs the same option means something else. */
final class CurlPasswords {

    private static final int NEAR = 200;
    private static final int LONGEST = 200;

    private CurlPasswords() {}

    /** The password after the option that ends here, if this is one and curl stands before it. */
    static @Nullable Finding at(String text, int from, int to) {
        String option = to - from <= 6 ? text.substring(from, to) : "";
        boolean isOption = option.equals("-u") || option.equals("--user");
        if (!isOption || !isCurl(text, from)) {
            return null;
        }
        int begin = to;
        while (begin < text.length() && begin < to + 4 && " ='\"\\".indexOf(text.charAt(begin)) >= 0) {
            begin++;
        }
        int limit = Math.min(text.length(), begin + LONGEST);
        int end = begin;
        int password = -1;
        while (end < limit && text.charAt(end) > ' ' && "'\"\\".indexOf(text.charAt(end)) < 0) {
            password = password < 0 && text.charAt(end) == ':' ? end + 1 : password;
            end++;
        }
        boolean isSecret = password > begin
                && password < end
                && SecretValue.isSecret(text.substring(password, end), SecretKind.PASSWORD, Written.PLAIN);
        return isSecret ? new Finding(password, end, SecretKind.PASSWORD) : null;
    }

    private static boolean isCurl(String text, int from) {
        return text.substring(Math.max(0, from - NEAR), from).contains("curl ");
    }
}
