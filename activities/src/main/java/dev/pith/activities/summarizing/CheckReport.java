package dev.pith.activities.summarizing;

import dev.pith.activities.text.WordList;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A sentence that reports nothing but whether tests, linters or builds pass: "All tests pass, lint is clean." A later
 * one on the same checks makes it void.
 *
 * @param checks what was checked: test, lint, build
 * @param kinds which tests were run, such as unit; none for all of them
 */
record CheckReport(Set<String> checks, Set<String> kinds) {

    /** Longer sentences report more. In characters. */
    private static final int LONGEST = 200;

    private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{N}']+");

    /** The words for what is checked. */
    private static final Map<String, String> CHECKS = Map.ofEntries(
            Map.entry("test", "test"),
            Map.entry("tests", "test"),
            Map.entry("subtests", "test"),
            Map.entry("lint", "lint"),
            Map.entry("linter", "lint"),
            Map.entry("linters", "lint"),
            Map.entry("linting", "lint"),
            Map.entry("formatting", "lint"),
            Map.entry("build", "build"),
            Map.entry("builds", "build"));

    private static final Set<String> KINDS = WordList.of("""
            unit integration regression functional existing new other remaining most some race""");

    private static final Set<String> OUTCOMES = WordList.of("""
            pass passes passing passed fail fails failing failed green clean cleanly succeeds succeeded""");

    /** Words that add nothing to a report. */
    private static final Set<String> FILLING = WordList.of("""
            all the a and with is are was were now still also including of no zero issue issues error errors
            warning warnings failure failures detection detector suite suites full whole that's fine good great
            perfect excellent successfully again total expected as""");

    CheckReport {
        checks = Set.copyOf(checks);
        kinds = Set.copyOf(kinds);
    }

    /** Returns the report that a sentence makes; null if it says anything else. */
    static @Nullable CheckReport of(String text) {
        if (text.length() > LONGEST || text.indexOf('`') >= 0) {
            return null;
        }
        Set<String> checks = new HashSet<>();
        Set<String> kinds = new HashSet<>();
        boolean outcome = false;
        for (String word : BETWEEN_WORDS.split(text.toLowerCase(Locale.ROOT).replace('’', '\''), -1)) {
            if (CHECKS.containsKey(word)) {
                checks.add(CHECKS.get(word));
            } else if (KINDS.contains(word)) {
                kinds.add(word);
            } else if (OUTCOMES.contains(word)) {
                outcome = true;
            } else if (!word.isEmpty() && !FILLING.contains(word) && !Character.isDigit(word.charAt(0))) {
                return null;
            }
        }
        return checks.isEmpty() || !outcome ? null : new CheckReport(checks, kinds);
    }

    /** Returns whether this report makes an earlier one void: it covers the same checks, or more. */
    boolean voids(CheckReport earlier) {
        boolean covers = kinds.isEmpty() || (!earlier.kinds.isEmpty() && kinds.containsAll(earlier.kinds));
        return covers && checks.containsAll(earlier.checks);
    }
}
