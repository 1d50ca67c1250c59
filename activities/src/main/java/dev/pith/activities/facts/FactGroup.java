package dev.pith.activities.facts;

import dev.pith.activities.text.LineShape;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What facts of one shape have in common, so that it is printed once: {@code output of probe-1: a} and
 * {@code output of probe-2: b} share "output of".
 *
 * @param scope the file that holds them; null without one
 * @param verb the words of a relation; null for values
 * @param words the words of the key before its name; empty if the key is one word
 * @param shape the shape of the name; null if the fact shares its line with others of its message only
 * @param seq the number of that message; 0 if the facts are of one shape
 */
record FactGroup(
        @Nullable String scope,
        @Nullable String verb,
        String words,
        @Nullable String shape,
        long seq) {

    /** The fewest facts of one shape that form a list. */
    private static final int LEAST = 3;

    /** Returns the facts by group, each in their order. */
    static Map<FactGroup, List<Fact>> of(List<Fact> facts) {
        Map<FactGroup, List<Fact>> alike = new LinkedHashMap<>();
        facts.forEach(fact -> alike.computeIfAbsent(ofShape(fact), unused -> new ArrayList<>())
                .add(fact));
        Map<FactGroup, List<Fact>> groups = new LinkedHashMap<>();
        for (Fact fact : facts) {
            FactGroup group = ofShape(fact);
            boolean list =
                    group.shape != null && alike.getOrDefault(group, List.of()).size() >= LEAST;
            FactGroup own = list ? group : new FactGroup(fact.scope(), null, "", null, fact.seq());
            groups.computeIfAbsent(own, unused -> new ArrayList<>()).add(fact);
        }
        return groups;
    }

    private static FactGroup ofShape(Fact fact) {
        String name = name(fact.key());
        boolean named = name.chars().anyMatch(Character::isDigit);
        String words =
                fact.key().substring(0, fact.key().length() - name.length()).strip();
        return new FactGroup(fact.scope(), fact.verb(), words, named ? LineShape.of(name) : null, 0);
    }

    /** Returns the last word of a key. */
    static String name(String key) {
        return key.substring(key.lastIndexOf(' ') + 1);
    }

    /** Returns the line of the group's facts. */
    String line(List<Fact> facts) {
        StringBuilder line = new StringBuilder("- ");
        if (scope != null) {
            line.append(scope).append(": ");
        }
        if (shape == null) {
            facts.forEach(fact -> entry(line, alone(fact)));
            return line.toString();
        }
        String shared = (words + " " + told(verb)).strip();
        line.append(shared.isEmpty() ? "" : shared + ": ");
        Map<String, List<String>> byValue = new LinkedHashMap<>();
        facts.forEach(fact -> byValue.computeIfAbsent(fact.value(), unused -> new ArrayList<>())
                .add(name(fact.key())));
        if (byValue.size() * 2 <= facts.size()) {
            return lines(line.toString(), byValue);
        }
        String sign = verb == null ? "=" : ": ";
        facts.forEach(fact -> entry(line, name(fact.key()) + sign + fact.value()));
        return line.toString();
    }

    /** Lists the names that share a value behind it. */
    private static String lines(String shared, Map<String, List<String>> byValue) {
        List<String> lines = new ArrayList<>();
        byValue.forEach((value, names) -> lines.add(shared + value + ": " + String.join(", ", names)));
        return String.join("\n", lines);
    }

    private static void entry(StringBuilder line, String entry) {
        char last = line.charAt(line.length() - 1);
        line.append(last == ' ' ? "" : "; ").append(entry);
    }

    private static String alone(Fact fact) {
        String verb = told(fact.verb());
        return fact.key() + (verb.isEmpty() ? ": " : " " + verb + " ") + fact.value();
    }

    /** Returns the words between key and value; empty for a value and for a state. */
    private static String told(@Nullable String verb) {
        return verb == null || verb.equals(WorkItemState.VERB) ? "" : verb;
    }
}
