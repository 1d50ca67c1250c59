package dev.pith.activities.summarizing;

import dev.pith.activities.facts.Superseded;
import dev.pith.activities.text.LineShape;
import dev.pith.activities.text.Template;
import dev.pith.activities.text.WordSet;
import dev.pith.activities.workstate.WorkState.Mark;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A request of a person.
 *
 * @param seq the number of its message
 * @param text its words; long lists in it are folded; a mark behind them tells that it was stopped at once
 * @param alike the number of requests with the same template that it stands for
 * @param question the agent's question that it answers; empty if it answers none; null if that is not known, since it
 *     is the first text of what was read
 */
record Request(long seq, String text, int alike, @Nullable String question) {

    /** The fewest requests of one template that are folded to the first and the last. */
    private static final int LEAST_ALIKE = 4;

    /** Short requests that differ in a number ask for different things. In characters. */
    private static final int SHORTEST_RECORD = 100;

    private static final String INTERRUPTED = " (interrupted)";

    /** The share of its words from which on another request says the same. */
    private static final double ALIKE = 0.7;

    /** Two requests of fewer words may have them in common by chance. */
    private static final int LEAST_WORDS = 3;

    Request(long seq, String text) {
        this(seq, text, 0, null);
    }

    /** Returns the same as an answer to a question; to none if that is empty. */
    Request answering(String asked) {
        return new Request(seq, text, alike, asked.replaceAll("\\s+", " "));
    }

    /**
     * Returns the same with the question that it answers, unless that is known or what is before it was not read.
     *
     * @param earlier the requests before it
     * @param said the last text of the agent before it; null if there is none
     */
    Request after(List<Request> earlier, @Nullable Mark said) {
        if (question != null || (said == null && earlier.isEmpty())) {
            return this;
        }
        // The agent's question was answered already if another request came after it.
        long last = earlier.isEmpty() ? Long.MIN_VALUE : earlier.get(earlier.size() - 1).seq;
        return answering(said == null || said.seq() < last ? "" : AskedQuestion.of(text, said.text()));
    }

    /** Returns the same as one that the person stopped before the agent did anything. */
    Request interrupted() {
        return new Request(seq, text + INTERRUPTED, alike, question);
    }

    /** Returns whether it was stopped at once and the next request says the same in other words. */
    boolean isTypedAgainAs(Request next) {
        if (!text.endsWith(INTERRUPTED)) {
            return false;
        }
        Set<String> words = WordSet.of(text.substring(0, text.length() - INTERRUPTED.length()));
        Set<String> again = WordSet.of(next.text);
        return words.size() >= LEAST_WORDS
                && words.stream().filter(again::contains).count() >= ALIKE * words.size();
    }

    /** Returns the same without the question that it answers. */
    Request unasked() {
        return new Request(seq, text, alike, "");
    }

    /** Returns what stands behind its words: the question that it answers, and how many it stands for. */
    String note() {
        String asked = asked().isEmpty() ? "" : " (asked: " + asked() + ")";
        return alike == 0 ? asked : asked + " (and " + alike + " more like this)";
    }

    private String asked() {
        return question == null ? "" : question;
    }

    /** Returns its words with the question that they answer: requests that differ in either ask for different things. */
    String whole() {
        return asked().isEmpty() ? text : text + '\n' + asked();
    }

    /** Returns what is equal for requests that differ only in numbers, or, if they are long, in names with digits. */
    String shape() {
        return text.length() < SHORTEST_RECORD ? LineShape.of(whole()) : Template.of(whole());
    }

    /** Returns whether it says of itself that nothing in it matters. */
    boolean isVoid() {
        return Superseded.isWhole(text);
    }

    /** Returns the same, standing for another request and for those that it stood for. */
    Request standingFor(Request other) {
        return standingFor(alike + 1 + other.alike);
    }

    /** Returns the same, standing for those that an earlier one with the same words stood for. */
    Request repeating(Request earlier) {
        return standingFor(alike + earlier.alike);
    }

    /** Returns the same, standing for so many others. */
    Request standingFor(int others) {
        return new Request(seq, text, others, question);
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
            String whole = requests.get(i).whole();
            String template = text.length() < SHORTEST_RECORD ? whole : Template.of(whole);
            places.computeIfAbsent(template, unused -> new ArrayList<>()).add(i);
        }
        Map<Integer, Request> kept = new TreeMap<>();
        for (List<Integer> alike : places.values()) {
            int first = alike.get(0);
            int last = alike.get(alike.size() - 1);
            int times = alike.stream().mapToInt(i -> 1 + requests.get(i).alike).sum();
            if (times >= LEAST_ALIKE && first != last) {
                kept.put(first, requests.get(first).standingFor(times - 2));
                kept.put(last, requests.get(last).standingFor(0));
            } else {
                alike.forEach(i -> kept.put(i, requests.get(i)));
            }
        }
        return List.copyOf(kept.values());
    }
}
