package dev.pith.activities.compaction;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/** Checks that a text is about its source: they must share a few words. Linear in both. */
final class Topic {

    /** The fewest shared words. A summary in another language shares only names. */
    private static final int FEWEST = 2;

    /** A source with fewer distinct words is not checked, because its summary may use other words. */
    private static final int RICH = 50;

    private static final int SHORTEST = 4;

    /** Words of the prompt's frame around the messages. */
    private static final Set<String> FRAME = Set.of(
            "transcript",
            "person",
            "agent",
            "harness",
            "summary",
            "part",
            "messages",
            "result",
            "calls",
            "failed",
            "earlier");

    private Topic() {}

    /** Returns whether a text shares a few words with its source; true if the source is too short to judge. */
    static boolean isShared(String source, String text) {
        Set<String> given = words(source);
        given.removeAll(FRAME);
        if (given.size() < RICH) {
            return true;
        }
        return words(text).stream().filter(given::contains).limit(FEWEST).count() == FEWEST;
    }

    /**
     * Returns the words of four or more letters, and pairs of characters in scripts without spaces (U+3000 and above).
     */
    private static Set<String> words(String text) {
        Set<String> words = new HashSet<>();
        int from = -1;
        for (int i = 0; i <= text.length(); i++) {
            boolean letter = i < text.length() && Character.isLetterOrDigit(text.charAt(i));
            if (letter && text.charAt(i) >= '\u3000') {
                if (i + 1 < text.length() && Character.isLetter(text.charAt(i + 1))) {
                    words.add(text.substring(i, i + 2));
                }
                letter = false;
            }
            if (letter && from < 0) {
                from = i;
            } else if (!letter && from >= 0) {
                if (i - from >= SHORTEST) {
                    words.add(text.substring(from, i).toLowerCase(Locale.ROOT));
                }
                from = -1;
            }
        }
        return words;
    }
}
