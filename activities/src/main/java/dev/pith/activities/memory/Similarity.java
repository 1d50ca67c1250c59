package dev.pith.activities.memory;

import java.util.Iterator;
import java.util.Set;

/**
 * Compares a text with an earlier one: the same statement, a changed statement on the same subject, or another subject.
 */
enum Similarity {
    /** The text says nothing that the earlier one does not. */
    SAME,
    /** The text says something different, or more, about the same subject. */
    CHANGED,
    /** The text is about another subject. */
    OTHER;

    /**
     * Minimum share of common words among all words of two texts for them to be on the same subject. A lower value
     * would let parallel sentences about two subjects supersede each other; a higher one would miss a reworded sentence
     * of seven words.
     */
    static final double NEAR = 0.6;

    /** Compares a text with an earlier one. */
    static Similarity of(NormalizedText text, NormalizedText earlier) {
        if (!near(text, earlier)) {
            return OTHER;
        }
        boolean sameValues = earlier.values().containsAll(text.values()) && text.negated() == earlier.negated();
        if (sameValues && earlier.words().containsAll(text.words())) {
            return SAME;
        }
        // Same subject if the first meaningful word is the same: a sentence names its subject first.
        return first(text).equals(first(earlier)) ? CHANGED : OTHER;
    }

    /** Returns whether two texts make the same statement, even if one says more. */
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
     * Returns as many of a text's words as any near text must contain one of; the longest ones, since those are the
     * rarest. A text with none of them shares less than {@link #NEAR} of all words.
     */
    static String[] telling(Set<String> words) {
        int enough = words.size() - (int) Math.ceil(NEAR * words.size()) + 1;
        return words.stream()
                .sorted((a, b) -> Integer.compare(b.length(), a.length()))
                .limit(enough)
                .toArray(String[]::new);
    }
}
