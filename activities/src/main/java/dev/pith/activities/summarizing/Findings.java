package dev.pith.activities.summarizing;

import dev.pith.activities.summarizing.Digest.Statement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Chooses the statements that say most and repeat least, and prints them in their original order. */
final class Findings {

    private static final Pattern WORD =
            Pattern.compile("[\\p{IsHan}\\p{IsHiragana}\\p{IsKatakana}]|[\\p{L}\\p{N}_]{3,}");
    private static final double SAME = 0.6;
    private static final double FOCUS = 0.3;

    private record Candidate(Statement statement, Set<String> words) {}

    private final Digest digest;
    private final Set<String> focus;
    private final Map<String, Integer> centroid = new HashMap<>();

    Findings(Digest digest, @Nullable String focus) {
        this.digest = digest;
        this.focus = focus == null ? Set.of() : words(focus);
    }

    void writeTo(Section section) {
        List<Candidate> candidates = new ArrayList<>();
        for (Statement statement : digest.statements()) {
            Candidate candidate = new Candidate(statement, words(statement.text()));
            candidate.words().forEach(word -> centroid.merge(word, 1, Integer::sum));
            candidates.add(candidate);
        }
        candidates.sort(Comparator.comparingDouble((Candidate one) -> -score(one)));
        List<Set<String>> chosen = new ArrayList<>();
        for (Candidate candidate : candidates) {
            boolean repeats = chosen.stream().anyMatch(words -> overlap(candidate.words(), words) >= SAME);
            if (!repeats
                    && section.offer(
                            candidate.statement().position(),
                            "- " + candidate.statement().text())) {
                chosen.add(candidate.words());
            }
        }
    }

    private double score(Candidate candidate) {
        double common = candidate.words().stream()
                .mapToDouble(word -> Math.log(centroid.getOrDefault(word, 0)))
                .sum();
        double most = Math.log(1 + digest.statements().size());
        double matches = candidate.words().stream().filter(focus::contains).count();
        return Weight.before(candidate.statement(), digest.events())
                + 0.2 * common / (most * Math.max(8, candidate.words().size()))
                + 0.02 * Math.log1p(candidate.words().size())
                + (focus.isEmpty() ? 0 : FOCUS * matches / focus.size());
    }

    private static Set<String> words(String text) {
        Set<String> words = new HashSet<>();
        WORD.matcher(text.toLowerCase(Locale.ROOT)).results().forEach(match -> words.add(match.group()));
        return words;
    }

    private static double overlap(Set<String> words, Set<String> others) {
        if (words.isEmpty()) {
            return 1;
        }
        long shared = words.stream().filter(others::contains).count();
        return (double) shared / words.size();
    }
}
