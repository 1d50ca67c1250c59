package dev.pith.activities.facts;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The clauses of one text with the labels that they stand under: "Staging: port=1" or a line "Staging:" above. A label
 * becomes part of the key if it names an environment, or if the text describes several things alike, each under a
 * heading. Of other headings each would turn a later value into a second fact. Not thread-safe.
 */
final class LabeledClauses {

    /** A longer label is a sentence. */
    private static final int MOST_WORDS = 3;

    private static final int LONGEST = 30;

    /** Headings that give so many keys different values describe several things. */
    private static final int ALIKE = 2;

    private static final Pattern ENVIRONMENT = Pattern.compile(
            "^(?i)(?:(?:in|on|for|the) )*+(?:staging|stage|prod|production|dev|development|test|testing|qa|uat|preprod|"
                    + "pre-production|canary|sandbox|local|primary|secondary|replica|standby|生产|测试|预发|开发)"
                    + "(?: (?:environment|env|cluster|server|database|db)|环境)?$");

    /** Labels of an earlier and a later state of one thing. */
    private static final Pattern STATE =
            Pattern.compile("\\b(?i:before|after|old|new|now|then|was|current|currently|final"
                    + "|previous|previously|updated?|correction|corrected|actual|expected|changes?|fixed|today)\\b");

    /** The marks around the words of a heading. */
    private static final Pattern MARKS = Pattern.compile("^[#*_ ]{1,10}|[:：*_# ]{1,10}$");

    private final List<Labeled> clauses = new ArrayList<>();
    private String heading = "";
    private boolean lasting;
    private boolean used;

    private record Labeled(String label, boolean above, Clause clause) {

        String key() {
            return clause.key().toLowerCase(Locale.ROOT);
        }

        Clause whole() {
            String key = label + " " + clause.key();
            boolean fits = !label.isEmpty() && key.length() <= Clause.LONGEST_KEY;
            return fits ? new Clause(key, clause.verb(), clause.value()) : clause;
        }
    }

    /** Reads a line: a heading labels what follows until the next one, a line with a colon until a blank line. */
    void line(String line) {
        String words = line.strip();
        boolean marked = words.startsWith("#");
        if (marked || words.endsWith(":") || words.endsWith("：") || words.endsWith(":**")) {
            heading = label(MARKS.matcher(words).replaceAll(""));
            lasting = marked;
            used = false;
        } else if (words.isEmpty() && used && !lasting) {
            heading = "";
        }
    }

    /** Notes that a line belongs to a fenced block: a line with a colon labels only the block that follows it. */
    void fenced(boolean open) {
        if (!open && !lasting) {
            heading = "";
        }
    }

    /** Adds a clause under the heading. */
    void add(Clause clause) {
        add("", clause);
    }

    /**
     * Adds a clause.
     *
     * @param before the words before it, which may be its label; empty if there are none
     */
    void add(String before, Clause clause) {
        boolean own = ENVIRONMENT.matcher(before).matches();
        clauses.add(new Labeled(own ? before : heading, !own, clause));
        used = true;
    }

    /** Gives all clauses to the receiver, in order, and forgets them. */
    void give(Consumer<Clause> found) {
        Set<String> alike = alike();
        for (Labeled each : clauses) {
            boolean labeled =
                    ENVIRONMENT.matcher(each.label()).matches() || (each.above() && alike.contains(each.key()));
            found.accept(labeled ? each.whole() : each.clause());
        }
        clauses.clear();
    }

    /** Returns the keys that have different values under different headings. */
    private Set<String> alike() {
        Map<String, List<Labeled>> byKey = clauses.stream()
                .filter(each -> each.above() && !each.label().isEmpty())
                .filter(each -> !STATE.matcher(each.label()).find())
                .collect(Collectors.groupingBy(Labeled::key));
        Set<String> keys = new HashSet<>();
        byKey.forEach((key, all) -> {
            if (all.stream().map(Labeled::label).distinct().count() > 1
                    && all.stream()
                                    .map(each -> each.clause().value())
                                    .distinct()
                                    .count()
                            > 1) {
                keys.add(key);
            }
        });
        return keys.size() < ALIKE ? Set.of() : keys;
    }

    private static String label(String words) {
        boolean fits = words.length() <= LONGEST && Specifics.words(words) <= MOST_WORDS && words.indexOf('=') < 0;
        return fits ? words : "";
    }
}
