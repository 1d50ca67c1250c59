package dev.pith.activities.memory.keyless;

import dev.pith.activities.memory.MemoryKind;
import dev.pith.activities.text.Cues;
import java.util.regex.Pattern;

/**
 * A pattern that marks sentences worth remembering.
 *
 * @param kind the kind of memory that it marks
 * @param worth the confidence, above 0; higher is surer
 * @param cues words of which every match contains one: a fast filter before the pattern
 * @param pattern the pattern
 */
record MemoryCue(MemoryKind kind, double worth, Cues cues, Pattern pattern) {

    static MemoryCue of(MemoryKind kind, double worth, Cues cues, String... patterns) {
        return new MemoryCue(
                kind,
                worth,
                cues,
                Pattern.compile(String.join("|", patterns), Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE));
    }

    /** Returns whether a sentence contains a cue, without which the pattern cannot match. */
    boolean maybe(String sentence) {
        return cues.count(sentence) > 0;
    }

    /** Returns whether the pattern matches a sentence. */
    boolean marks(String sentence) {
        return pattern.matcher(sentence).find();
    }
}
