package dev.pith.activities.redaction;

/**
 * A secret in a text.
 *
 * @param from index of its first character
 * @param to index after its last character
 * @param kind the kind that its marker states
 * @param form how it was recognized
 */
record Finding(int from, int to, SecretKind kind, SecretForm form) {

    Finding {
        if (from < 0 || to < from) {
            throw new IllegalArgumentException(
                    "Finding: to must not be before from: give a stretch of the text, not " + from + " to " + to);
        }
    }
}
