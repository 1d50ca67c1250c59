package dev.pith.benchmarks.quality;

import dev.pith.benchmarks.quality.Event.Kind;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Asks for the user's last words, and for the last ones that bind. */
final class UserWords {

    private static final Pattern CUE =
            Pattern.compile("(?i)(?<![a-z])(?:must(?:n't)?|never|don['’]?t|do not|only|always|instead)(?![a-z])|不要|必须");
    private static final Pattern FENCE = Pattern.compile("(?s)```.*?(?:```|\\z)");
    private static final Pattern SENTENCE = Pattern.compile("\n+|(?<=[.!?])\\s+|(?<=[。！？])");

    /** Of the last request so much is asked for, in characters. */
    private static final int ASKED = 200;

    /** What is longer was pasted, not said. In characters. */
    private static final int LONGEST = 400;

    private static final int FEWEST_WORDS = 3;

    private final List<Event> said;

    UserWords(List<Event> head) {
        said = head.stream().filter(event -> event.kind() == Kind.USER).toList();
    }

    Optional<Probe> constraint() {
        Probe last = null;
        for (Event event : said) {
            for (String sentence : SENTENCE.split(FENCE.matcher(event.text()).replaceAll("\n"), -1)) {
                if (sentence.length() <= LONGEST
                        && CUE.matcher(sentence).find()
                        && Wording.of(sentence).size() >= FEWEST_WORDS) {
                    String words = sentence.strip();
                    last = new Probe(
                            Probe.Kind.CONSTRAINT,
                            event.line(),
                            words,
                            summary -> Wording.kept(words, summary.lines(), 2));
                }
            }
        }
        return Optional.ofNullable(last);
    }

    Optional<Probe> request() {
        if (said.isEmpty()) {
            return Optional.empty();
        }
        Event last = said.get(said.size() - 1);
        String words = last.text().substring(0, Math.min(ASKED, last.text().length()));
        if (Wording.of(words).isEmpty()) {
            return Optional.empty();
        }
        int together = 1 + (int) words.lines().filter(line -> !line.isBlank()).count();
        return Optional.of(new Probe(
                Probe.Kind.REQUEST,
                last.line(),
                words,
                summary -> Wording.kept(words, summary.section("Requests"), together)));
    }
}
