package dev.pith.activities.text;

import java.util.List;
import java.util.Set;

/** Words that are written as a text, which white space separates. */
public final class WordList {

    private WordList() {}

    /** Returns the words of a text in their order. */
    public static List<String> inOrder(String words) {
        return List.of(words.strip().split("\\s+", -1));
    }

    /**
     * Returns the words of a text.
     *
     * @throws IllegalArgumentException if one stands there twice
     */
    public static Set<String> of(String words) {
        return Set.of(words.strip().split("\\s+", -1));
    }
}
