package dev.pith.activities.summarizing;

import dev.pith.activities.text.WordSet;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * Selects the statements with the most information for their size and the least repetition, and prints them in order.
 */
final class Findings {

    /** The share of words in common with a selected sentence above which a sentence counts as a repetition. */
    private static final double SAME = 0.6;

    /** The same threshold for the words of all sections printed before. */
    private static final double SAID = 0.8;

    private static final double FOCUS = 0.3;
    private static final double CENTRAL = 0.2;

    /** A sentence with fewer distinct words is a remark, not a finding. */
    private static final int LEAST_WORDS = 4;

    /** A sentence of less value is not worth its room, which the ledger uses better. */
    private static final double LEAST_VALUE = 0.09;

    /** The exponent of the length penalty: 0 ignores length, 1 divides the value by the length. */
    private static final double LENGTH = 0.5;

    private enum Report {
        NONE,
        HOLDS,
        VOID
    }

    /** How sentences begin with which programs introduce a summary of theirs, and ask the model to go on. */
    private static final Pattern OF_PROGRAM = Pattern.compile("(?i)(?:this session is being continued from"
            + "|please continue the conversation|continue with the last task|the conversation is summarized below"
            + "|let me (?:chronologically )?(?:analy[sz]e|go through)|this (?:directly )?follows the user's request)");

    private record Candidate(int place, Statement statement, Set<String> words, double value) {
        /** Returns whether a person said it and it does not bind: it is told as a request, as far as there is room. */
        boolean isRequested() {
            return statement.voice() == Statement.Voice.PERSON && !Weight.binds(statement.text());
        }

        double score() {
            return value / StrictMath.pow(statement.text().length(), LENGTH);
        }
    }

    private final List<Candidate> candidates;
    private final List<Set<String>> chosen = new ArrayList<>();
    private final Set<String> said = new HashSet<>();

    Findings(Digest digest, List<Section> before, Set<String> focus) {
        before.forEach(section -> section.texts().forEach(text -> said.addAll(WordSet.of(text))));
        candidates = candidates(digest, focus);
    }

    /** Offers the sentences that are worth their room. */
    void writeTo(Section section) {
        offer(section, candidate -> candidate.value() >= LEAST_VALUE && !candidate.isRequested());
    }

    /** Offers weak sentences, too, but none that is told as a request. */
    void fill(Section section) {
        offer(section, candidate -> !candidate.isRequested());
    }

    /** Offers any sentence: if room is left, a part of a request that was cut is better than none. */
    void fillWithRequests(Section section) {
        fill(section);
        offer(section, candidate -> true);
    }

    private void offer(Section section, Predicate<Candidate> worth) {
        for (Candidate candidate : candidates) {
            if (!worth.test(candidate)) {
                continue;
            }
            boolean repeats = overlap(candidate.words(), said) >= SAID
                    || chosen.stream().anyMatch(other -> overlap(candidate.words(), other) >= SAME);
            if (!repeats
                    && section.offer(
                            candidate.place(), "- " + candidate.statement().text())) {
                chosen.add(candidate.words());
            }
        }
    }

    private static List<Candidate> candidates(Digest digest, Set<String> focus) {
        List<Set<String>> words = digest.statements().stream()
                .map(statement -> WordSet.of(statement.text()))
                .toList();
        Map<String, Integer> centroid = new HashMap<>();
        words.forEach(each -> each.forEach(word -> centroid.merge(word, 1, Integer::sum)));
        List<Candidate> candidates = new ArrayList<>();
        List<Report> reports = reports(digest.statements());
        for (int i = 0; i < words.size(); i++) {
            Statement statement = digest.statements().get(i);
            boolean finds = words.get(i).size() >= LEAST_WORDS && !isIdle(statement) && reports.get(i) != Report.VOID;
            // "All tests pass." has few words, and makes longer reports void.
            if ((finds || reports.get(i) == Report.HOLDS) && !digest.facts().isOutdated(statement.text())) {
                double value = value(statement, words.get(i), centroid, digest, focus);
                candidates.add(new Candidate(i, statement, words.get(i), value));
            }
        }
        candidates.sort(Comparator.comparingDouble(Candidate::score).reversed());
        return candidates;
    }

    /** Returns for each statement whether it is a report on checks that still holds, or that a later one made void. */
    private static List<Report> reports(List<Statement> statements) {
        List<CheckReport> later = new ArrayList<>();
        List<Report> reports = new ArrayList<>();
        for (int i = statements.size() - 1; i >= 0; i--) {
            Statement statement = statements.get(i);
            CheckReport report = statement.voice() == Statement.Voice.PERSON ? null : CheckReport.of(statement.text());
            if (report == null) {
                reports.add(Report.NONE);
            } else {
                reports.add(later.stream().anyMatch(one -> one.voids(report)) ? Report.VOID : Report.HOLDS);
                later.add(report);
            }
        }
        Collections.reverse(reports);
        return reports;
    }

    /** Returns whether a statement reports nothing. */
    private static boolean isIdle(Statement statement) {
        return switch (statement.voice()) {
            case AGENT ->
                Weight.idles(statement.text())
                        || (Weight.announces(statement.text()) && !Weight.tells(statement.text()));
            case PERSON -> false;
            case SUMMARY -> OF_PROGRAM.matcher(statement.text()).lookingAt();
        };
    }

    private static double value(
            Statement statement, Set<String> words, Map<String, Integer> centroid, Digest digest, Set<String> focus) {
        double common = words.stream()
                .mapToDouble(word -> StrictMath.log(centroid.getOrDefault(word, 1)))
                .sum();
        double most = StrictMath.log1p(digest.statements().size());
        double matches = words.stream().filter(focus::contains).count();
        return Weight.of(statement, digest.events())
                + CENTRAL * common / (most * Math.max(8, words.size()))
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
