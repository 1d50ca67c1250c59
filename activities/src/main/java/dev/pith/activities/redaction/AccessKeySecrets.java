package dev.pith.activities.redaction;

import java.util.List;

/** Finds AWS secret keys near an access key id; on their own they look like any other base64. */
final class AccessKeySecrets {

    private static final int NEAR = 250;
    private static final int LENGTH = 40;

    private AccessKeySecrets() {}

    /** Adds the secrets near this access key id. */
    static void near(String text, Finding id, List<Finding> found) {
        int limit = Math.min(text.length(), id.to() + NEAR);
        int i = Math.max(0, id.from() - NEAR);
        // Skip a run that starts before the window: it is incomplete.
        i = i == 0 ? 0 : isIn(text.charAt(i - 1)) ? end(text, i, limit) : i;
        while (i < limit) {
            if (isIn(text.charAt(i))) {
                int to = end(text, i, limit + 1);
                if (to - i == LENGTH && isMixed(text.substring(i, to))) {
                    found.add(new Finding(i, to, SecretKind.SECRET, SecretForm.NEAR_ACCESS_KEY));
                }
                i = to;
            } else {
                i++;
            }
        }
    }

    private static int end(String text, int from, int limit) {
        int to = from;
        while (to < Math.min(limit, text.length()) && isIn(text.charAt(to))) {
            to++;
        }
        return to;
    }

    private static boolean isIn(char c) {
        return c == '/' || c == '+' || Alphabet.ALNUM.has(c);
    }

    /** Excludes hashes (no capitals) and paths (few digits, many slashes). */
    private static boolean isMixed(String run) {
        return Alphabet.UPPER.in(run)
                && Alphabet.LOWER.in(run)
                && Alphabet.DIGIT.in(run)
                && run.chars().filter(c -> c == '/').count() < 5
                && !run.endsWith("EXAMPLEKEY");
    }
}
