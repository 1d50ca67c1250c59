package dev.pith.activities.redaction;

import java.util.List;
import java.util.Locale;

/**
 * Values of the headers {@code Cookie} and {@code Set-Cookie}, and of curl's option, that stand for somebody who has
 * signed in.
 */
final class Cookies {

    private static final int LONGEST_NAME = 80;
    /** RFC 6265: browsers keep cookies of 4096 bytes. */
    private static final int LONGEST_VALUE = 4_096;

    private static final int SHORTEST = 8;
    /** A value that is random is one whatever its name says. */
    private static final int SHORTEST_UNNAMED = 20;

    private static final Alphabet NAME = new Alphabet(".!#$%&*+^|~", Alphabet.URL_SAFE);
    private static final String ENDS = ";,\"'`\\<>";

    /** What names of cookies hold that say who is signed in. */
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
    /** What names of sessions hold, or end in: whatever is assigned to them lets somebody in. */
    private static final List<String> SESSIONS = List.of("sess", "auth", "token", "jwt");

    private static final String SESSION_ID = "sid";
    /** Analytics and settings: they tell visitors apart, and let nobody in. */
    private static final List<String> HARMLESS =
            List.of("_ga", "_gid", "_gcl", "_fbp", "_hj", "ajs_", "amp_", "lang", "theme");

    private Cookies() {}

    /** Adds the secrets of the header whose name ends here; returns where it was read to. */
    static int after(String text, int to, List<Finding> found) {
        int i = to;
        while (i < text.length() && i < to + 6 && " \"'\\:=".indexOf(text.charAt(i)) >= 0) {
            i++;
        }
        boolean isHeader = i > to && text.substring(to, i).indexOf(':') >= 0;
        return isHeader ? pairs(text, i, false, found) : to;
    }

    /** The same for {@code curl -b name=value} and {@code --cookie}; what is no pair is the name of a file. */
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

    /** Who gives a program a cookie gives it one that it needs, so there a name need not say so. */
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
