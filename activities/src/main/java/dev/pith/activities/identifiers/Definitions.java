package dev.pith.activities.identifiers;

import dev.pith.activities.text.WordList;
import java.util.Set;

/** Recognizes definitions of symbols by the keyword before the name. */
final class Definitions {

    private static final Set<String> KEYWORDS = WordList.of("""
            func class def type interface function struct const var let enum trait fn record object protocol module""");

    /** Maximum distance, in characters, searched for a Go method's receiver between keyword and name. */
    private static final int RECEIVER = 60;

    private Definitions() {}

    /** Whether the name that starts at an index is the one being defined. */
    static boolean endsAt(String text, int at) {
        int i = at - 1;
        if (i < 0 || text.charAt(i) != ' ') {
            return false;
        }
        i = beforeSpaces(text, i);
        if (i >= 0 && text.charAt(i) == ')') {
            int open = i;
            while (open >= 0 && i - open <= RECEIVER && text.charAt(open) != '(') {
                open--;
            }
            if (open < 0 || text.charAt(open) != '(') {
                return false;
            }
            i = beforeSpaces(text, open - 1);
        }
        int end = i + 1;
        while (i >= 0 && end - i <= 10 && Characters.isLower(text.charAt(i))) {
            i--;
        }
        boolean whole = i < 0 || !Characters.isWord(text.charAt(i));
        return whole && KEYWORDS.contains(text.substring(i + 1, end));
    }

    private static int beforeSpaces(String text, int from) {
        int i = from;
        while (i >= 0 && text.charAt(i) == ' ') {
            i--;
        }
        return i;
    }
}
