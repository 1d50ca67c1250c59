package dev.pith.activities.identifiers;

import java.util.HashSet;
import java.util.Set;

/** Tells whether a text mentions a name as a whole, delimited by characters that cannot be part of it. */
public final class Mentions {

    private final String text;
    private final Set<String> words = new HashSet<>();

    /** Creates an index of the given text. */
    public Mentions(String text) {
        this.text = text;
        int from = -1;
        for (int i = 0; i <= text.length(); i++) {
            boolean word = i < text.length() && Characters.isWord(text.charAt(i));
            if (word && from < 0) {
                from = i;
            } else if (!word && from >= 0) {
                words.add(text.substring(from, i));
                from = -1;
            }
        }
    }

    /** Whether the text mentions the name. */
    public boolean has(String name) {
        if (Characters.isWord(name, 0, name.length())) {
            return words.contains(name);
        }
        for (int at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + 1)) {
            if (isFree(at - 1) && ends(at + name.length())) {
                return true;
            }
        }
        return false;
    }

    private boolean isFree(int at) {
        return at < 0 || !Characters.isWord(text.charAt(at));
    }

    /** Whether a name ends here. A dot or dash followed by name characters continues the name. */
    private boolean ends(int at) {
        if (at >= text.length()) {
            return true;
        }
        char c = text.charAt(at);
        boolean goesOn = (c == '.' || c == '-') && at + 1 < text.length() && Characters.isWord(text.charAt(at + 1));
        return !Characters.isWord(c) && !goesOn;
    }
}
