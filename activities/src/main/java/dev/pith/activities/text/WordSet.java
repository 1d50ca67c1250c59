package dev.pith.activities.text;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/**
 * Extracts the significant words of a text: runs of at least three letters or digits, each Han or kana character, and
 * each pair of Thai characters.
 */
public final class WordSet {

    private static final int SHORTEST = 3;

    private WordSet() {}

    public static Set<String> of(String text) {
        Set<String> words = new HashSet<>();
        String lower = text.toLowerCase(Locale.ROOT);
        int from = -1;
        for (int i = 0; i <= lower.length(); i++) {
            char c = i == lower.length() ? ' ' : lower.charAt(i);
            boolean ideograph = isIdeograph(c);
            boolean thai = Letters.isThai(c);
            boolean part = !ideograph && !thai && (Character.isLetterOrDigit(c) || c == '_' || Letters.isMark(c));
            if (part && from < 0) {
                from = i;
            } else if (!part && from >= 0) {
                if (i - from >= SHORTEST) {
                    words.add(lower.substring(from, i));
                }
                from = -1;
            }
            if (ideograph) {
                words.add(String.valueOf(c));
            }
            if (thai && i + 1 < lower.length() && Letters.isThai(lower.charAt(i + 1))) {
                words.add(lower.substring(i, i + 2));
            }
        }
        return words;
    }

    private static boolean isIdeograph(char c) {
        return (c >= 0x3040 && c <= 0x30FF) || (c >= 0x3400 && c <= 0x9FFF);
    }
}
