package dev.pith.activities.facts;

import dev.pith.activities.text.WordList;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Words before a colon or a verb that name nothing which has a value. */
final class KeyWords {

    private static final Set<String> NO_KEYS = WordList.of("""
            modified deleted renamed author commit date note notes warning tip example usage todo fix result
            results output question answer problem solution issue goal summary reason why what how it this that
            there which who he she they we i you here now error hint ps important update edit caveat so http
            https one all none 这 那 他 她 它 今天 明天 现在 everything nothing""");

    private static final Set<String> PHRASES = Set.of("new file", "wall time");

    /** A key that only names a place or a step of a plan, or a text that a value interrupts. */
    private static final Pattern PLACE = Pattern.compile(
            "(?i)^(?:line|step|task|phase|part|option|message) \\d++$"
                    + "|\\b[0-9a-f]{7,40}\\b|\\b(?:files?|code|tests?|imports?|pattern|at|to|by|in|on|for|of|with|from|and|or|which|that|when|where)$");

    private KeyWords() {}

    /** Returns whether a key is such a word, or a place. */
    static boolean isPlain(String key) {
        String lower = key.toLowerCase(Locale.ROOT);
        return NO_KEYS.contains(lower)
                || PHRASES.contains(lower)
                || PLACE.matcher(key).find();
    }
}
