package dev.pith.activities.summarizing;

import dev.pith.activities.summarizing.Digest.Statement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Chooses the statements that say most and repeat least, and prints them in their original order. */
final class Findings {

    /** A sentence of which this share stands in a chosen one, or in a printed request, says nothing new. */
    private static final double SAME = 0.6;

    private static final double SAID = 0.8;
    private static final double FOCUS = 0.3;

    private record Candidate(int place, Statement statement, Set<String> words, double score) {}

    private final Digest digest;
    private final Set<String> focus;
    private final List<Set<String>> said = new ArrayList<>();
    private final Map<String, Integer> centroid = new HashMap<>();

    Findings(Digest digest, List<Section> before, @Nullable String focus) {
        this.digest = digest;
        before.forEach(section -> section.texts().forEach(text -> said.add(Words.of(text))));
        this.focus = focus == null ? Set.of() : Words.of(focus);
    }

    void writeTo(Section section) {
        List<Set<String>> words = digest.statements().stream()
                .map(statement -> Words.of(statement.text()))
                .toList();
        words.forEach(each -> each.forEach(word -> centroid.merge(word, 1, Integer::sum)));
        List<Candidate> candidates = new ArrayList<>();
        for (int i = 0; i < words.size(); i++) {
            Statement statement = digest.statements().get(i);
            candidates.add(new Candidate(i, statement, words.get(i), score(statement, words.get(i))));
        }
        candidates.sort(Comparator.comparingDouble(Candidate::score).reversed());
        List<Set<String>> chosen = new ArrayList<>();
        for (Candidate candidate : candidates) {
            boolean repeats = chosen.stream().anyMatch(other -> overlap(candidate.words(), other) >= SAME)
                    || said.stream().anyMatch(request -> overlap(candidate.words(), request) >= SAID);
            if (!repeats
                    && section.offer(
                            candidate.place(), "- " + candidate.statement().text())) {
                chosen.add(candidate.words());
            }
        }
    }

    private double score(Statement statement, Set<String> words) {
        double common = words.stream()
                .mapToDouble(word -> Math.log(centroid.getOrDefault(word, 1)))
                .sum();
        double most = Math.log(1 + digest.statements().size());
        double matches = words.stream().filter(focus::contains).count();
        return Weight.before(statement, digest.events())
                + 0.2 * common / (most * Math.max(8, words.size()))
                + 0.02 * Math.log1p(words.size())
                + (focus.isEmpty() ? 0 : FOCUS * matches / focus.size());
    }

    private static double overlap(Set<String> words, Set<String> others) {
        if (words.isEmpty()) {
            return 1;
        }
        long shared = words.stream().filter(others::contains).count();
        return (double) shared / words.size();
    }
}
