package dev.pith.activities.summarizing;

import dev.pith.activities.facts.Superseded;
import dev.pith.activities.text.LineShape;
import dev.pith.activities.text.Template;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A request of a person.
 *
 * @param seq the number of its message
 * @param text its words; long lists in it are folded
 * @param alike the number of requests with the same template that it stands for
 */
record Request(long seq, String text, int alike) {

    /** The fewest requests of one template that are folded to the first and the last. */
    private static final int LEAST_ALIKE = 4;

    /** Short requests that differ in a number ask for different things. In characters. */
    private static final int SHORTEST_RECORD = 100;

    Request(long seq, String text) {
        this(seq, text, 0);
    }

    /** Returns what is equal for requests that differ only in numbers, or, if they are long, in names with digits. */
    String shape() {
        return text.length() < SHORTEST_RECORD ? LineShape.of(text) : Template.of(text);
    }

    /** Returns whether it says of itself that nothing in it matters. */
    boolean isVoid() {
        return Superseded.isWhole(text);
    }

    /** Returns the same, standing for another request and for those that it stood for. */
    Request standingFor(Request other) {
        return new Request(seq, text, alike + 1 + other.alike);
    }

    /** Returns the same, standing for those that an earlier one with the same words stood for. */
    Request repeating(Request earlier) {
        return new Request(seq, text, alike + earlier.alike);
    }

    /** Returns the kept requests, of which the first of each shape also stands for the dropped ones of that shape. */
    static List<Request> standingFor(List<Request> dropped, List<Request> kept) {
        List<Request> counted = new ArrayList<>(kept);
        Map<String, Integer> places = new HashMap<>();
        for (int i = 0; i < kept.size(); i++) {
            places.putIfAbsent(kept.get(i).shape(), i);
        }
        for (Request request : dropped) {
            Integer place = places.get(request.shape());
            if (place != null) {
                counted.set(place, counted.get(place).standingFor(request));
            }
        }
        return counted;
    }

    /** Folds long requests that repeat one template: the first stands for those between it and the last. */
    static List<Request> folded(List<Request> requests) {
        Map<String, List<Integer>> places = new HashMap<>();
        for (int i = 0; i < requests.size(); i++) {
            String text = requests.get(i).text;
            String template = text.length() < SHORTEST_RECORD ? text : Template.of(text);
            places.computeIfAbsent(template, unused -> new ArrayList<>()).add(i);
        }
        Map<Integer, Request> kept = new TreeMap<>();
        for (List<Integer> alike : places.values()) {
            int first = alike.get(0);
            int last = alike.get(alike.size() - 1);
            int times = alike.stream().mapToInt(i -> 1 + requests.get(i).alike).sum();
            if (times >= LEAST_ALIKE && first != last) {
                kept.put(first, new Request(requests.get(first).seq, requests.get(first).text, times - 2));
                kept.put(last, new Request(requests.get(last).seq, requests.get(last).text));
            } else {
                alike.forEach(i -> kept.put(i, requests.get(i)));
            }
        }
        return List.copyOf(kept.values());
    }
}
