package dev.pith.activities.redaction;

import java.util.Map;

/**
 * A text without the secrets that were found in it. Immutable.
 *
 * @param text the text with a marker ({@code [redacted password]}) for each secret, otherwise unchanged
 * @param counts number of replaced secrets by kind; markers already in the text do not count
 */
public record Redacted(String text, Map<SecretKind, Integer> counts) {

    public Redacted {
        counts = Map.copyOf(counts);
    }

    /** Returns the number of replaced secrets. */
    public int total() {
        return counts.values().stream().mapToInt(Integer::intValue).sum();
    }
}
