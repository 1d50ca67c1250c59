package dev.pith.activities.text;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Finds words and word pairs that mark a sentence, in one pass. Most words are skipped by their first letter and length
 * alone. Immutable.
 */
public final class Cues {

    /** Maximum count; further cues do not make a sentence more relevant. */
    private static final int MOST = 2;

    private static final int LONGEST = 16;

    /** Minimum length of a word with an ending, in characters. */
    private static final int SHORTEST_ENDED = 6;

    private final Map<String, Set<String>> next = new HashMap<>();
    private final Set<String> single = new HashSet<>();
    private final boolean[][] begins = new boolean['z' + 1][LONGEST + 1];
    private final List<String> wide;
    private final List<String> endings;

    /** Creates cues without endings. */
    public Cues(String words, String wide) {
        this(words, wide, "");
    }

    /**
     * Creates cues.
     *
     * @param words lowercase words, separated by spaces; two joined by an underscore count only together
     * @param wide words of scripts without spaces, also matched inside words; space-separated, an underscore is a space
     * @param endings endings of words, separated by spaces
     */
    public Cues(String words, String wide, String endings) {
        for (String cue : words.strip().split("\\s+", -1)) {
            int bar = cue.indexOf('_');
            String first = bar < 0 ? cue : cue.substring(0, bar);
            if (bar < 0) {
                single.add(first);
            } else {
                next.computeIfAbsent(first, unused -> new HashSet<>()).add(cue.substring(bar + 1));
            }
            if (first.charAt(0) <= 'z') {
                begins[first.charAt(0)][first.length()] = true;
            }
        }
        this.wide = all(wide).stream().map(cue -> cue.replace('_', ' ')).toList();
        this.endings = all(endings);
    }

    private static List<String> all(String list) {
        List<String> all = new ArrayList<>(List.of(list.strip().split("\\s+", -1)));
        all.remove("");
        return all;
    }

    /** Returns the number of cues in a text, at most 2. */
    public int count(String text) {
        int count = 0;
        boolean hasWide = false;
        for (int i = 0; i < text.length() && count < MOST; i++) {
            char c = text.charAt(i);
            hasWide |= Letters.isUnspaced(c);
            if (Letters.isOfWord(c)) {
                int end = Letters.wordEnd(text, i);
                count += marks(text, i, end) ? 1 : 0;
                i = end - 1;
            }
        }
        for (int i = 0; hasWide && i < wide.size() && count < MOST; i++) {
            count += text.contains(wide.get(i)) ? 1 : 0;
        }
        return count;
    }

    /** Returns the index of the first cue; negative if there is none. */
    public int at(String text) {
        int first = -1;
        for (int i = 0; i < text.length() && first < 0; i++) {
            if (Letters.isOfWord(text.charAt(i))) {
                int end = Letters.wordEnd(text, i);
                first = marks(text, i, end) ? i : -1;
                i = end - 1;
            }
        }
        for (String cue : wide) {
            int at = text.indexOf(cue);
            first = at >= 0 && (first < 0 || at < first) ? at : first;
        }
        return first;
    }

    private boolean marks(String text, int from, int to) {
        int first = text.charAt(from) | 0x20;
        boolean ascii = text.charAt(from) <= 'z';
        if (to - from > LONGEST || (ascii && !begins[first][to - from])) {
            return isEnded(text, from, to);
        }
        String word = Letters.plain(text, from, to);
        if (single.contains(word) || isEnded(text, from, to)) {
            return true;
        }
        Set<String> after = next.get(word);
        if (after == null || to + 1 >= text.length() || !Letters.isBetweenWords(text.charAt(to))) {
            return false;
        }
        return after.contains(Letters.plain(text, to + 1, Letters.wordEnd(text, to + 1)));
    }

    private boolean isEnded(String text, int from, int to) {
        for (int i = 0; to - from >= SHORTEST_ENDED && i < endings.size(); i++) {
            String ending = endings.get(i);
            if (text.startsWith(ending, to - ending.length())) {
                return true;
            }
        }
        return false;
    }
}
