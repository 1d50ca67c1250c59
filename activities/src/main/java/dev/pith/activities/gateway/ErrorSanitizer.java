package dev.pith.activities.gateway;

import dev.pith.activities.conversation.RefusedCharacters;
import dev.pith.activities.model.ModelFailure;
import dev.pith.activities.model.ModelRequest;

/** Makes a provider's error message safe for Temporal's history: short, and without conversation text. */
final class ErrorSanitizer {

    /** A run of this many characters that also occurs in the request is treated as a quotation. */
    private static final int RUN = 30;

    private static final int LONGEST = 200;

    private ErrorSanitizer() {}

    /** Returns the sanitized message of a failure, with its HTTP status first. */
    static String of(ModelFailure failure, ModelRequest request) {
        String prefix = failure.status() == 0 ? "" : failure.status() + ": ";
        return prefix + of(failure.words(), request);
    }

    /** Returns the sanitized form of a stored message that begins with its status. */
    static String of(String words, ModelRequest request) {
        boolean[] quoted = new boolean[words.length()];
        for (int i = 0; i + RUN <= words.length(); i++) {
            String run = words.substring(i, i + RUN);
            if (request.material().contains(run) || request.instructions().contains(run)) {
                java.util.Arrays.fill(quoted, i, i + RUN, true);
            }
        }
        StringBuilder said = new StringBuilder();
        for (int i = 0; i < words.length(); i++) {
            if (!quoted[i]) {
                said.append(words.charAt(i));
            } else if (i == 0 || !quoted[i - 1]) {
                said.append('…');
            }
        }
        return cut(RefusedCharacters.replace(said.toString()));
    }

    private static String cut(String words) {
        return words.codePointCount(0, words.length()) <= LONGEST
                ? words
                : words.substring(0, words.offsetByCodePoints(0, LONGEST - 1)) + "…";
    }
}
