package dev.pith.activities.redaction;

import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Replaces secrets by markers: keys and tokens of known shapes, private keys, passwords in URLs, authorization headers, and
 * values that their names call secret. Linear on any text; what is redacted already is left alone, so doing it twice changes
 * nothing. A secret without a known shape, name or place is not found: {@code docs/redaction.md} lists them. Thread-safe.
 */
public final class Redaction {

    /** What a marker replaces may have hidden a secret beside it; more than a second look is for texts made to need it. */
    private static final int LOOKS = 5;

    private Redaction() {}

    /** A text without its secrets; the same text where there are none. */
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
