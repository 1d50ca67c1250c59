package dev.pith.activities.facts;

import com.fasterxml.jackson.annotation.JsonFormat;
import java.util.Comparator;
import java.util.Locale;

/**
 * A value that a later one replaced.
 *
 * @param key the key of the fact, in lower case
 * @param value the replaced value, in lower case
 * @param seq the number of the message that said it last
 */
@JsonFormat(shape = JsonFormat.Shape.ARRAY)
public record Outdated(String key, String value, long seq) implements Comparable<Outdated> {

    private static final Comparator<Outdated> BY_AGE =
            Comparator.comparingLong(Outdated::seq).thenComparing(Outdated::key).thenComparing(Outdated::value);

    static Outdated of(Fact earlier) {
        return new Outdated(
                earlier.key().toLowerCase(Locale.ROOT), earlier.value().toLowerCase(Locale.ROOT), earlier.seq());
    }

    @Override
    public int compareTo(Outdated other) {
        return BY_AGE.compare(this, other);
    }

    /** Returns whether a sentence in lower case gives the key this value. */
    boolean isSaidIn(String sentence) {
        return sentence.contains(key) && holds(sentence, value);
    }

    /** Returns whether a text holds a value as a whole word. */
    static boolean holds(String text, String value) {
        for (int at = text.indexOf(value); at >= 0; at = text.indexOf(value, at + 1)) {
            int end = at + value.length();
            boolean begins = at == 0 || !Character.isLetterOrDigit(text.charAt(at - 1));
            if (begins && (end == text.length() || !Character.isLetterOrDigit(text.charAt(end)))) {
                return true;
            }
        }
        return false;
    }
}
