package dev.pith.activities.dates;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;

/** Tables of words: a line with a meaning, a colon, and the words that have it, with bars between them. */
final class WordTable {

    private static final Pattern BAR = Pattern.compile("\\|");

    private WordTable() {}

    /** Returns the meaning of each word. */
    static <V> Map<String, V> of(String lines, Function<String, V> meaning) {
        Map<String, V> words = new HashMap<>();
        for (String line : lines.lines().toList()) {
            int colon = line.indexOf(':');
            V means = meaning.apply(line.substring(0, colon));
            BAR.splitAsStream(line.substring(colon + 1).strip()).forEach(word -> words.put(word, means));
        }
        return Map.copyOf(words);
    }
}
