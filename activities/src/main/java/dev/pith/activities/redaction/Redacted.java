package dev.pith.activities.redaction;

import java.util.Map;

/**
 * A text without the secrets that were found in it. Immutable.
 *
 * @param text with a marker ({@code [redacted password]}) for each secret, else untouched
 * @param counts how many secrets of each kind were replaced now; markers that stood there already do not count
 */
public record Redacted(String text, Map<SecretKind, Integer> counts) {

    public Redacted {
        counts = Map.copyOf(counts);
    }

    /** How many secrets were replaced. */
    public int total() {
        return counts.values().stream().mapToInt(Integer::intValue).sum();
    }
}
