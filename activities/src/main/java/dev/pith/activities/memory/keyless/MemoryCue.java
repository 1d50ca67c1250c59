package dev.pith.activities.memory.keyless;

import dev.pith.activities.memory.MemoryKind;
import dev.pith.activities.text.Cues;
import java.util.regex.Pattern;

/**
 * A way to say that something is meant to last.
 *
 * @param kind what is said by it
 * @param worth the more the surer it is; above 0
 * @param cues words of which each marked sentence has one; most sentences have none, and that is far faster to see
 * @param pattern what marks
 */
record MemoryCue(MemoryKind kind, double worth, Cues cues, Pattern pattern) {

    static MemoryCue of(MemoryKind kind, double worth, Cues cues, String... patterns) {
        return new MemoryCue(
                kind,
                worth,
                cues,
                Pattern.compile(String.join("|", patterns), Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE));
    }

    /** Whether a sentence has a word without which it cannot be marked. */
    boolean maybe(String sentence) {
        return cues.count(sentence) > 0;
    }

    /** Whether it marks a sentence. */
    boolean marks(String sentence) {
        return pattern.matcher(sentence).find();
    }
}
