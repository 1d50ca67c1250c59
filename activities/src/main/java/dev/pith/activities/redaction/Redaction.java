package dev.pith.activities.redaction;

import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Replaces secrets with markers: keys and tokens of known shapes, private keys, passwords in URLs, authorization
 * headers, and values assigned to names that denote secrets. Runs in linear time. Idempotent: text that is already
 * redacted is not changed. A secret without a known shape, name or place is not found: {@code docs/redaction.md} lists
 * them. Thread-safe.
 */
public final class Redaction {

    /** Maximum number of passes: a secret may hide an adjacent one. Only crafted texts need more than two. */
    private static final int LOOKS = 5;

    private Redaction() {}

    /** Returns the text without its secrets; the same text if there are none. */
    public static Redacted of(String text) {
        Map<SecretKind, Integer> counts = new EnumMap<>(SecretKind.class);
        String result = text;
        for (int look = 0; look < LOOKS; look++) {
            List<Finding> found = new SecretScan(result).run();
            if (found.isEmpty()) {
                break;
            }
            result = replaced(result, found, counts);
        }
        return new Redacted(result, counts);
    }

    private static String replaced(String text, List<Finding> found, Map<SecretKind, Integer> counts) {
        found.sort(Comparator.comparingInt(Finding::from));
        StringBuilder result = new StringBuilder(text.length());
        int done = 0;
        for (Finding finding : found) {
            if (finding.from() >= done) {
                result.append(text, done, finding.from()).append(finding.kind().marker());
                counts.merge(finding.kind(), 1, Integer::sum);
                done = finding.to();
            }
        }
        return result.append(text, done, text.length()).toString();
    }
}
