package dev.pith.activities.summarizing;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Chooses the statements that say most for their room and repeat least, and prints them in their original order. */
final class Findings {

    /** A sentence of which this share stands in a chosen one, or in what is printed before, says nothing new. */
    private static final double SAME = 0.6;

    private static final double SAID = 0.8;
    private static final double FOCUS = 0.3;

    /** Fewer words than these are a remark, not a finding. */
    private static final int LEAST_WORDS = 4;

    /** Below this a sentence is not worth its room; the ledger has better use for it. */
    private static final double LEAST_VALUE = 0.08;

    /** How much more a long sentence has to say than a short one: 0 not at all, 1 in proportion. */
    private static final double LENGTH = 0.5;

    private record Candidate(int place, Statement statement, Set<String> words, double score) {}

    private final Digest digest;
    private final Set<String> focus;
    private final Set<String> said = new HashSet<>();
    private final Map<String, Integer> centroid = new HashMap<>();

    Findings(Digest digest, List<Section> before, Set<String> focus) {
        this.digest = digest;
        before.forEach(section -> section.texts().forEach(text -> said.addAll(Words.of(text))));
        this.focus = focus;
    }

    void writeTo(Section section) {
        List<Set<String>> words = digest.statements().stream()
                .map(statement -> Words.of(statement.text()))
                .toList();
        words.forEach(each -> each.forEach(word -> centroid.merge(word, 1, Integer::sum)));
        List<Candidate> candidates = new ArrayList<>();
        for (int i = 0; i < words.size(); i++) {
            Statement statement = digest.statements().get(i);
            double score = score(statement, words.get(i));
            if (words.get(i).size() >= LEAST_WORDS && score > 0) {
                candidates.add(new Candidate(i, statement, words.get(i), score));
            }
        }
        candidates.sort(Comparator.comparingDouble(Candidate::score).reversed());
        List<Set<String>> chosen = new ArrayList<>();
        for (Candidate candidate : candidates) {
            boolean repeats = overlap(candidate.words(), said) >= SAID
                    || chosen.stream().anyMatch(other -> overlap(candidate.words(), other) >= SAME);
            if (!repeats
                    && section.offer(
                            candidate.place(), "- " + candidate.statement().text())) {
                chosen.add(candidate.words());
            }
        }
    }

    private double score(Statement statement, Set<String> words) {
        double common = words.stream()
                .mapToDouble(word -> StrictMath.log(centroid.getOrDefault(word, 1)))
                .sum();
        double most = StrictMath.log1p(digest.statements().size());
        double matches = words.stream().filter(focus::contains).count();
        double value = Weight.of(statement, digest.events())
                + 0.2 * common / (most * Math.max(8, words.size()))
                + (focus.isEmpty() ? 0 : FOCUS * matches / focus.size());
        if (value < LEAST_VALUE) {
            return 0;
        }
        return value / StrictMath.pow(statement.text().length(), LENGTH);
    }

    private static double overlap(Set<String> words, Set<String> others) {
        if (words.isEmpty()) {
            return 1;
        }
        long shared = words.stream().filter(others::contains).count();
        return (double) shared / words.size();
    }
}
