package dev.pith.activities.memory;

import java.util.Iterator;
import java.util.Set;

/** Compares a text with an earlier one of similar words: the same, a contradiction, or another subject. */
enum Similarity {
    /** It says nothing that the earlier one does not. */
    SAME,
    /** It says of the same thing something else, or more. */
    CHANGED,
    /** It is about something else. */
    OTHER;

    /**
     * The share of all words of two texts that stand in both, from which on they are taken to be about the same.
     * Lower, and parallel sentences about two things would take each other's place; higher, and a reworded sentence
     * of seven words would not be known again.
     */
    static final double NEAR = 0.6;

    /** What a text is to an earlier one. */
    static Similarity of(NormalizedText text, NormalizedText earlier) {
        if (!near(text, earlier)) {
            return OTHER;
        }
        boolean sameValues = earlier.values().containsAll(text.values()) && text.negated() == earlier.negated();
        if (sameValues && earlier.words().containsAll(text.words())) {
            return SAME;
        }
        // Of the same subject, as far as words tell: what comes first is what a sentence is about.
        return first(text).equals(first(earlier)) ? CHANGED : OTHER;
    }

    /** Whether two texts say the same, whichever says more of it. */
    static boolean restates(NormalizedText text, NormalizedText other) {
        return near(text, other)
                && text.negated() == other.negated()
                && text.values().equals(other.values());
    }

    private static boolean near(NormalizedText one, NormalizedText other) {
        int shared = one.shared(other.words());
        int all = one.words().size() + other.words().size() - shared;
        return shared > 0 && shared >= NEAR * all;
    }

    private static String first(NormalizedText normalizedText) {
        Iterator<String> words = normalizedText.words().iterator();
        return words.hasNext() ? words.next() : "";
    }

    /**
     * So many of a text's words that any near one holds at least one of them: the longest, since those are the
     * rarest. What shares none of them shares less than {@link #NEAR} of all words.
     */
    static String[] telling(Set<String> words) {
        int enough = words.size() - (int) Math.ceil(NEAR * words.size()) + 1;
        return words.stream()
                .sorted((a, b) -> Integer.compare(b.length(), a.length()))
                .limit(enough)
                .toArray(String[]::new);
    }
}
