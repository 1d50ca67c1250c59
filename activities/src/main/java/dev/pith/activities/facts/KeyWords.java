package dev.pith.activities.facts;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Words before a colon or a verb that name nothing which has a value. */
final class KeyWords {

    private static final Set<String> NO_KEYS = Set.of(
            "modified",
            "deleted",
            "renamed",
            "new file",
            "author",
            "commit",
            "date",
            "note",
            "notes",
            "warning",
            "tip",
            "example",
            "usage",
            "todo",
            "fix",
            "result",
            "results",
            "output",
            "question",
            "answer",
            "problem",
            "solution",
            "issue",
            "goal",
            "summary",
            "reason",
            "why",
            "what",
            "how",
            "it",
            "this",
            "that",
            "there",
            "which",
            "who",
            "he",
            "she",
            "they",
            "we",
            "i",
            "you",
            "here",
            "now",
            "error",
            "hint",
            "ps",
            "important",
            "update",
            "edit",
            "caveat",
            "so",
            "http",
            "https",
            "one",
            "all",
            "none",
            "这",
            "那",
            "他",
            "她",
            "它",
            "今天",
            "明天",
            "现在",
            "wall time",
            "everything",
            "nothing");

    /** A key that only names a place or a step of a plan, or a text that a value interrupts. */
    private static final Pattern PLACE = Pattern.compile(
            "(?i)^(?:line|step|task|phase|part|option|message) \\d++$"
                    + "|\\b[0-9a-f]{7,40}\\b|\\b(?:files?|code|tests?|imports?|pattern|at|to|by|in|on|for|of|with|from|and|or|which|that|when|where)$");

    private KeyWords() {}

    /** Returns whether a key is such a word, or a place. */
    static boolean isPlain(String key) {
        return NO_KEYS.contains(key.toLowerCase(Locale.ROOT))
                || PLACE.matcher(key).find();
    }
}
