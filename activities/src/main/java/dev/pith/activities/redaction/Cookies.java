package dev.pith.activities.redaction;

import java.util.List;
import java.util.Locale;

/** Finds session credentials in the headers {@code Cookie} and {@code Set-Cookie}, and in curl's cookie option. */
final class Cookies {

    private static final int LONGEST_NAME = 80;
    /** RFC 6265: browsers keep cookies of 4096 bytes. */
    private static final int LONGEST_VALUE = 4_096;

    private static final int SHORTEST = 8;
    /** Minimum length, in characters, of a random value that is a credential under any name. */
    private static final int SHORTEST_UNNAMED = 20;

    private static final Alphabet NAME = new Alphabet(".!#$%&*+^|~", Alphabet.URL_SAFE);
    private static final String ENDS = ";,\"'`\\<>";

    /** Parts of the names of authentication cookies. */
    private static final List<String> NAMES = List.of(
            "sess",
            "sid",
            "auth",
            "token",
            "jwt",
            "csrf",
            "xsrf",
            "login",
            "remember",
            "identity",
            "user",
            "key",
            "__host-",
            "__secure-");
    /** Parts of the names of session cookies, whose every value grants access. */
    private static final List<String> SESSIONS = List.of("sess", "auth", "token", "jwt");

    private static final String SESSION_ID = "sid";
    /** Prefixes of analytics and settings cookies, which grant no access. */
    private static final List<String> HARMLESS =
            List.of("_ga", "_gid", "_gcl", "_fbp", "_hj", "ajs_", "amp_", "lang", "theme");

    private Cookies() {}

    /** Adds the secrets of the header whose name ends here; returns the index up to which it was read. */
    static int after(String text, int to, List<Finding> found) {
        int i = to;
        while (i < text.length() && i < to + 6 && " \"'\\:=".indexOf(text.charAt(i)) >= 0) {
            i++;
        }
        boolean isHeader = i > to && text.substring(to, i).indexOf(':') >= 0;
        return isHeader ? pairs(text, i, false, found) : to;
    }

    /** Does the same for {@code curl -b name=value} and {@code --cookie}; other arguments are file names. */
    static int afterOption(String text, int from, int to, List<Finding> found) {
        int i = to;
        while (i < text.length() && i < to + 4 && " ='\"\\".indexOf(text.charAt(i)) >= 0) {
            i++;
        }
        return i > to && ProgramPasswords.isAfter("curl", text, from) ? pairs(text, i, true, found) : to;
    }

    private static int pairs(String text, int from, boolean isGiven, List<Finding> found) {
        int i = from;
        while (true) {
            int name = NAME.end(text, i, Math.min(text.length(), i + LONGEST_NAME));
            boolean isPair = name > i && name < text.length() && text.charAt(name) == '=';
            if (isPair) {
                int end = end(text, name + 1);
                if (isSecret(text.substring(i, name), text.substring(name + 1, end), isGiven)) {
                    found.add(new Finding(name + 1, end, SecretKind.TOKEN, SecretForm.COOKIE));
                }
                name = end;
            }
            // An attribute such as HttpOnly has no value.
            if (name == i || !text.startsWith(";", name)) {
                return name;
            }
            i = text.startsWith(" ", name + 1) ? name + 2 : name + 1;
        }
    }

    private static int end(String text, int from) {
        int limit = (int) Math.min(text.length(), (long) from + LONGEST_VALUE);
        int to = from;
        while (to < limit && text.charAt(to) > ' ' && text.charAt(to) < 127 && ENDS.indexOf(text.charAt(to)) < 0) {
            to++;
        }
        return to;
    }

    /** Whether the value is a credential. A cookie passed to a program needs no telling name. */
    private static boolean isSecret(String name, String value, boolean isGiven) {
        String lower = name.toLowerCase(Locale.ROOT);
        if (value.length() < SHORTEST || HARMLESS.stream().anyMatch(lower::startsWith)) {
            return false;
        }
        String beginning = value.substring(0, Math.min(value.length(), 100));
        boolean isSession = lower.endsWith(SESSION_ID) || SESSIONS.stream().anyMatch(lower::contains);
        if (isSession && SecretValue.isPhrase(beginning)) {
            return true;
        }
        boolean isNamed = isGiven || NAMES.stream().anyMatch(lower::contains);
        return (isNamed || value.length() >= SHORTEST_UNNAMED)
                && SecretValue.isSecret(beginning, SecretKind.TOKEN, SecretValue.Written.QUOTED);
    }
}
