package dev.pith.activities.memory.files;

import dev.pith.activities.memory.NormalizedText;

/** The words of a text edited by hand, limited in number and length to what the store's index accepts. */
final class EditedWords {

    private static final int MOST = 1_000;
    private static final int LONGEST = 200;

    private EditedWords() {}

    static String[] of(String text) {
        return NormalizedText.of(text).words().stream()
                .filter(word -> word.length() <= LONGEST)
                .limit(MOST)
                .toArray(String[]::new);
    }
}
