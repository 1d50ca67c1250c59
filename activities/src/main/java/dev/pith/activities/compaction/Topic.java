package dev.pith.activities.compaction;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/** Checks that a text is about its source: it must share a few words with it. Linear in both. */
final class Topic {

    /** The fewest shared words. A summary in another language shares names only. */
    private static final int FEWEST = 2;

    /** A source with fewer different words is not checked, since it may be told in other ones. */
    private static final int RICH = 50;

    private static final int SHORTEST = 4;

    /** What stands around the messages in a prompt. */
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

    /** Whether a text shares a few words with a source; true where the source is too short to tell. */
    static boolean isShared(String source, String text) {
        Set<String> given = words(source);
        given.removeAll(FRAME);
        if (given.size() < RICH) {
            return true;
        }
        return words(text).stream().filter(given::contains).limit(FEWEST).count() == FEWEST;
    }

    /** Words of four letters and more, and pairs of characters where words are not set apart. */
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
