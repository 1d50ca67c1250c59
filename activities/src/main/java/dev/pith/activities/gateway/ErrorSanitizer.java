package dev.pith.activities.gateway;

import dev.pith.activities.conversation.RefusedCharacters;
import dev.pith.activities.model.ModelFailure;
import dev.pith.activities.model.ModelRequest;

/** A provider's words as they may stand in Temporal's history: without anything of the conversation, and short. */
final class ErrorSanitizer {

    /** A run of so many characters that also stands in the request was quoted from it. */
    private static final int RUN = 30;

    private static final int LONGEST = 200;

    private ErrorSanitizer() {}

    /** What a failure says, its status in front. */
    static String of(ModelFailure failure, ModelRequest request) {
        String prefix = failure.status() == 0 ? "" : failure.status() + ": ";
        return prefix + of(failure.words(), request);
    }

    /** The same of words that were kept, their status in front of them. */
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
