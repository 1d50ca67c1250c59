package dev.pith.activities.summarizing;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Orders sentences by what they are about: those that share a rare name stand together in their order, and what was worked
 * on last stands at the end.
 */
final class Topics {

    /** A name in more of the sentences than this share is what the whole conversation is about. */
    private static final double COMMON = 0.2;

    /** Paths, files, symbols and numbers with signs: words with a sign, a digit or a capital inside. */
    private static final Pattern NAME = Pattern.compile(
            "(?<![\\w./-])(?=[\\w./-]{0,60}[\\d_./]|[a-z]{1,60}[A-Z]|[A-Z][a-z]{1,60}[A-Z])[\\w./-]{2,80}\\w");

    private final Map<String, Integer> last = new HashMap<>();
    private final List<Integer> groups = new ArrayList<>();

    private Topics() {}

    /**
     * Returns the places of sentences in the order of printing.
     *
     * @param sentences in the order in which they were said
     */
    static List<Integer> order(List<String> sentences) {
        List<Set<String>> names = sentences.stream().map(Topics::names).toList();
        Map<String, Integer> counts = new HashMap<>();
        names.forEach(each -> each.forEach(name -> counts.merge(name, 1, Integer::sum)));
        int most = (int) Math.max(2, COMMON * sentences.size());
        Topics topics = new Topics();
        for (int i = 0; i < names.size(); i++) {
            topics.add(i, names.get(i), counts, most);
        }
        return topics.ordered();
    }

    private static Set<String> names(String sentence) {
        Set<String> names = new HashSet<>();
        NAME.matcher(sentence).results().map(MatchResult::group).forEach(names::add);
        return names;
    }

    /** Puts a sentence into the group of the newest one that shares a rare name with it, or into a new group. */
    private void add(int place, Set<String> names, Map<String, Integer> counts, int most) {
        int newest = -1;
        for (String name : names) {
            if (counts.getOrDefault(name, 0) <= most) {
                newest = Math.max(newest, last.getOrDefault(name, -1));
                last.put(name, place);
            }
        }
        groups.add(newest < 0 ? place : groups.get(newest));
    }

    private List<Integer> ordered() {
        Map<Integer, Integer> ends = new HashMap<>();
        for (int i = 0; i < groups.size(); i++) {
            ends.put(groups.get(i), i);
        }
        List<Integer> places = new ArrayList<>();
        for (int i = 0; i < groups.size(); i++) {
            places.add(i);
        }
        places.sort(Comparator.<Integer>comparingInt(i -> ends.getOrDefault(groups.get(i), i))
                .thenComparingInt(i -> i));
        return places;
    }
}
