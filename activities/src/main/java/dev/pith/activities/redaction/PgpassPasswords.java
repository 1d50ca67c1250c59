package dev.pith.activities.redaction;

import dev.pith.activities.redaction.SecretValue.Written;
import org.jspecify.annotations.Nullable;

/** Finds passwords of PostgreSQL's password file: lines of {@code host:port:database:user:password}. */
final class PgpassPasswords {

    private static final int LONGEST_HOST = 100;
    private static final int LONGEST_FIELD = 64;
    private static final int LONGEST_PASSWORD = 200;
    /** Minimum number of port digits; fewer are a line and column of a file. */
    private static final int LEAST_PORT = 4;

    private static final Alphabet HOST = new Alphabet(".*-_", Alphabet.ALNUM);
    private static final Alphabet FIELD = new Alphabet(".*-_$", Alphabet.ALNUM);

    private PgpassPasswords() {}

    /** Returns the password of the line whose first colon is here, or null. */
    static @Nullable Finding at(String text, int colon) {
        int port = Alphabet.DIGIT.end(text, colon + 1, Math.min(text.length(), colon + 7));
        boolean isPort = port - colon > LEAST_PORT && port - colon <= 6;
        int afterPort = isPort ? port : text.startsWith("*", colon + 1) ? colon + 2 : -1;
        if (afterPort < 0 || !text.startsWith(":", afterPort) || !isHost(text, colon)) {
            return null;
        }
        int database = field(text, afterPort + 1);
        int user = database < 0 ? -1 : field(text, database + 1);
        return user < 0 ? null : password(text, user + 1);
    }

    private static boolean isHost(String text, int colon) {
        int from = colon;
        while (from > 0 && from > colon - LONGEST_HOST && HOST.has(text.charAt(from - 1))) {
            from--;
        }
        boolean isEscaped = from > 0 && text.charAt(from - 1) == '\\';
        return from < colon && (from == 0 || isEscaped || " \t\n\r\"'`+→>".indexOf(text.charAt(from - 1)) >= 0);
    }

    /** Returns the index of the colon after a field of letters, or -1 if there is none. */
    private static int field(String text, int from) {
        int to = FIELD.end(text, from, Math.min(text.length(), from + LONGEST_FIELD));
        boolean isName = to > from
                && text.startsWith(":", to)
                && (Alphabet.LETTER.at(text, from) || text.substring(from, to).equals("*"));
        return isName ? to : -1;
    }

    private static @Nullable Finding password(String text, int from) {
        int to = from;
        while (to < text.length()
                && to < from + LONGEST_PASSWORD
                && text.charAt(to) > ' '
                && text.charAt(to) < 127
                && "\"'`".indexOf(text.charAt(to)) < 0
                && !(text.charAt(to) == '\\' && text.startsWith("n", to + 1))) {
            to++;
        }
        boolean isSecret =
                to > from && SecretValue.isSecret(text.substring(from, to), SecretKind.PASSWORD, Written.PLAIN);
        return isSecret ? new Finding(from, to, SecretKind.PASSWORD, SecretForm.PGPASS) : null;
    }
}
