package dev.pith.activities.redaction;

import dev.pith.activities.redaction.SecretValue.Written;
import org.jspecify.annotations.Nullable;

/** Finds passwords in SQL statements: {@code ALTER USER … PASSWORD '…'}, {@code CREATE USER … IDENTIFIED BY '…'}. */
final class SqlPasswords {

    private static final int LONGEST = 100;

    private SqlPasswords() {}

    /** Returns the literal after this word if the word is {@code PASSWORD} or {@code IDENTIFIED}, else null. */
    static @Nullable Finding at(String text, int from, int to) {
        boolean isPassword = is(text, from, to, "password");
        if (!isPassword && !is(text, from, to, "identified")) {
            return null;
        }
        int by = isPassword ? to : text.regionMatches(true, to, " by", 0, 3) ? to + 3 : -1;
        if (by < 0 || !text.startsWith(" '", by)) {
            return null;
        }
        int begin = by + 2;
        int limit = Math.min(text.length(), begin + LONGEST);
        int end = begin;
        while (end < limit && text.charAt(end) >= ' ' && text.charAt(end) < 127 && text.charAt(end) != '\'') {
            end++;
        }
        boolean isSecret = end > begin
                && text.startsWith("'", end)
                && text.substring(begin, end).indexOf(' ') < 0
                && SecretValue.isSecret(text.substring(begin, end), SecretKind.PASSWORD, Written.QUOTED);
        return isSecret ? new Finding(begin, end, SecretKind.PASSWORD, SecretForm.SQL) : null;
    }

    private static boolean is(String text, int from, int to, String word) {
        return to - from == word.length() && text.regionMatches(true, from, word, 0, word.length());
    }
}
