package dev.pith.activities.summarizing;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Words and pairs of words that mark a sentence, found in one pass: most words are passed over by their first letter and
 * length alone. Immutable.
 */
public final class Cues {

    /** More of them do not mark a sentence more. */
    private static final int MOST = 2;

    private static final int LONGEST = 16;

    private final Map<String, Set<String>> next = new HashMap<>();
    private final Set<String> single = new HashSet<>();
    private final boolean[][] begins = new boolean['z' + 1][LONGEST + 1];
    private final List<String> wide;

    /**
     * Of these.
     *
     * @param words in lower case, separated by spaces; two joined by an underscore mark only together
     * @param wide Chinese and Japanese ones, separated by spaces
     */
    public Cues(String words, String wide) {
        for (String cue : words.strip().split("\\s+", -1)) {
            int bar = cue.indexOf('_');
            String first = bar < 0 ? cue : cue.substring(0, bar);
            if (bar < 0) {
                single.add(first);
            } else {
                next.computeIfAbsent(first, unused -> new HashSet<>()).add(cue.substring(bar + 1));
            }
            begins[first.charAt(0)][first.length()] = true;
        }
        this.wide = List.of(wide.split(" ", -1));
    }

    /** How many a text holds, at most 2. */
    public int count(String text) {
        int count = 0;
        boolean hasWide = false;
        for (int i = 0; i < text.length() && count < MOST; i++) {
            char c = text.charAt(i);
            hasWide |= c > 0x2E80;
            if (isLetter(c)) {
                int end = end(text, i);
                count += marks(text, i, end) ? 1 : 0;
                i = end - 1;
            }
        }
        for (int i = 0; hasWide && i < wide.size() && count < MOST; i++) {
            count += text.contains(wide.get(i)) ? 1 : 0;
        }
        return count;
    }

    private boolean marks(String text, int from, int to) {
        int first = text.charAt(from) | 0x20;
        if (to - from > LONGEST || !begins[first][to - from]) {
            return false;
        }
        String word = plain(text, from, to);
        if (single.contains(word)) {
            return true;
        }
        Set<String> after = next.get(word);
        if (after == null || to + 1 >= text.length() || text.charAt(to) != ' ') {
            return false;
        }
        return after.contains(plain(text, to + 1, end(text, to + 1)));
    }

    private static String plain(String text, int from, int to) {
        return text.substring(from, to).toLowerCase(Locale.ROOT).replace('’', '\'');
    }

    private static int end(String text, int from) {
        int end = from;
        while (end < text.length() && (isLetter(text.charAt(end)) || isApostrophe(text, end))) {
            end++;
        }
        return end;
    }

    private static boolean isApostrophe(String text, int at) {
        char c = text.charAt(at);
        return (c == '\'' || c == '’') && at + 1 < text.length() && isLetter(text.charAt(at + 1));
    }

    private static boolean isLetter(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }
}
