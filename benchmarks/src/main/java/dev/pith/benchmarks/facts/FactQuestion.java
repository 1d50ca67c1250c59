package dev.pith.benchmarks.facts;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A question with one right answer. It is answered where the answer stands as a whole word within {@value #NEAR} characters
 * of what the question is about, or at the beginning of a line that names it.
 */
public record FactQuestion(String question, String expected) {

    private static final int NEAR = 120;
    private static final int BEGINNING = 40;
    private static final int STEM = 6;

    private static final Pattern NAME = Pattern.compile("[A-Za-z_]+(?:[-_][A-Za-z0-9]+)+");
    private static final Pattern WORD = Pattern.compile("[A-Za-z_]{3,}");
    private static final Set<String> STOP =
            Set.of(("what which who where when is was are the a an of for in to by did does"
                            + " do exact exactly value current directly final after now its it has have and returned return state"
                            + " immediate")
                    .split(" "));

    /** Returns whether a text answers the question. */
    public boolean isAnsweredBy(String text) {
        List<Pattern> subjects = subjects().stream().map(FactQuestion::subject).toList();
        Matcher answer = whole(expected).matcher(text);
        while (answer.find()) {
            String around =
                    text.substring(Math.max(0, answer.start() - NEAR), Math.min(text.length(), answer.end() + NEAR));
            int start = text.lastIndexOf('\n', answer.start()) + 1;
            int end = text.indexOf('\n', answer.end());
            String line = text.substring(start, end < 0 ? text.length() : end);
            boolean listed = answer.start() - start < BEGINNING;
            if (subjects.stream()
                    .anyMatch(subject -> subject.matcher(around).find()
                            || (listed && subject.matcher(line).find()))) {
                return true;
            }
        }
        return false;
    }

    /** Returns the longest name in the question, or else its words. */
    private List<String> subjects() {
        return NAME.matcher(question)
                .results()
                .map(MatchResult::group)
                .max(Comparator.comparingInt(String::length))
                .map(List::of)
                .orElseGet(() -> WORD.matcher(question)
                        .results()
                        .map(MatchResult::group)
                        .filter(word -> !STOP.contains(word.toLowerCase(Locale.ROOT)))
                        .toList());
    }

    private static Pattern subject(String name) {
        boolean numbered = name.chars().anyMatch(Character::isDigit);
        return numbered
                ? whole(name)
                : Pattern.compile(
                        Pattern.quote(name.substring(0, Math.min(STEM, name.length()))), Pattern.CASE_INSENSITIVE);
    }

    private static Pattern whole(String text) {
        return Pattern.compile("(?<![A-Za-z0-9])" + Pattern.quote(text) + "(?![A-Za-z0-9])", Pattern.CASE_INSENSITIVE);
    }
}
