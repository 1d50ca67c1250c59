package dev.pith.activities.redaction;

import java.util.List;

/** The secrets that stand near an AWS access key id; alone they look like any other base64. */
final class AccessKeySecrets {

    private static final int NEAR = 250;
    private static final int LENGTH = 40;

    private AccessKeySecrets() {}

    /** Adds what is near this access key id. */
    static void near(String text, Finding id, List<Finding> found) {
        int limit = Math.min(text.length(), id.to() + NEAR);
        int i = Math.max(0, id.from() - NEAR);
        // A run that began before the window is not a whole one.
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

    /** Hashes have no capitals, paths few digits and many slashes. */
    private static boolean isMixed(String run) {
        return Alphabet.UPPER.in(run)
                && Alphabet.LOWER.in(run)
                && Alphabet.DIGIT.in(run)
                && run.chars().filter(c -> c == '/').count() < 5
                && !run.endsWith("EXAMPLEKEY");
    }
}
