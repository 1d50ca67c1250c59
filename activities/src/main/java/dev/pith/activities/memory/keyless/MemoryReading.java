package dev.pith.activities.memory.keyless;

import dev.pith.activities.conversation.Origin;
import dev.pith.activities.dates.RelativeDates;
import dev.pith.activities.memory.MemoryKind;
import dev.pith.activities.memory.NormalizedText;
import dev.pith.activities.text.Sentences;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Finds memory candidates in the text of one message. */
final class MemoryReading {

    /** Maximum number of characters that are read; longer messages are mostly pasted text. */
    private static final int LONGEST = 12_000;

    /**
     * Length in characters above which a message was probably pasted and may quote others; its candidates count half.
     */
    private static final int TYPED = 3_000;

    private static final double PASTED = 0.5;

    /** Confidence of a rule in a list such as "Three rules:". */
    private static final double LISTED = 3.5;

    /** Matches an explicit request to remember something. */
    private static final Pattern TOLD = Pattern.compile(
            "^(?:please |also |and |ok,? )*+(?:remember|keep in mind|don't forget|for the record)(?: that\\b|\\s*[:,])"
                    + "|^(?:请|請)?(?:记住|記住)[:：，,]",
            Pattern.CASE_INSENSITIVE);

    /** Base confidence of an agent's statement; {@link #NAMED} is added in proportion to the names in it. */
    private static final double AGENT = 0.4;

    private static final double NAMED = 0.3;

    /** Minimum number of meaningful words of a decision: "Let's go with A" does not say what was decided. */
    private static final int LEAST_DECIDED = 3;

    /** Labels in front of a rule: "REJ-E: ", "Rule 3: ". */
    private static final Pattern LABEL =
            Pattern.compile("^(?:[A-Z][A-Z0-9_-]{0,15}|(?i:rule|reminder|no)(?: \\d{1,3})?): (?=\\S)");

    private static final Pattern CLAUSE = Pattern.compile("(?<=[，,])");
    private static final Pattern NAME = Pattern.compile("`[^`]+`|\\w[._/]\\w|[a-z][A-Z]|\\d");

    private final long seq;
    private final Origin speaker;
    private final @Nullable LocalDate day;
    private final MemorySelection sink;

    /**
     * Creates a reader of one message.
     *
     * @param day when it was written; null if that is not known
     */
    MemoryReading(long seq, Origin speaker, @Nullable LocalDate day, MemorySelection sink) {
        this.day = day;
        this.seq = seq;
        this.speaker = speaker;
        this.sink = sink;
    }

    /** Adds the candidates in the text of one message. */
    void read(String whole) {
        boolean person = speaker == Origin.PERSON;
        double share = whole.length() > TYPED ? PASTED : 1;
        String text = whole.length() > LONGEST ? whole.substring(0, LONGEST) : whole;
        List<String> listed = person ? RuleLists.of(text) : List.of();
        listed.stream()
                .map(SelfContainedCheck::opened)
                .filter(SelfContainedCheck::rules)
                .forEach(rule -> sink.add(
                        new MemoryCandidate(MemoryKind.CONSTRAINT, dated(rule), seq, speaker, LISTED * share)));
        for (String sentence : Sentences.of(text)) {
            if (holdsSeveral(sentence, listed)) {
                continue;
            }
            List<MemoryCue> marks = person ? MemoryCues.OF_PERSONS : MemoryCues.OF_AGENTS;
            List<MemoryCue> possible =
                    marks.stream().filter(mark -> mark.maybe(sentence)).toList();
            String plain = sentence.replace('’', '\'');
            Optional<String> ended = person ? EndedRule.topic(SelfContainedCheck.opened(plain)) : Optional.empty();
            if (ended.isPresent()) {
                sink.end(ended.get(), SelfContainedCheck.opened(plain), seq);
                continue;
            }
            boolean told = person && TOLD.matcher(plain).lookingAt();
            if (!possible.isEmpty() || told) {
                offer(possible, told, SelfContainedCheck.opened(statement(plain)), person, share);
            }
        }
    }

    private void offer(List<MemoryCue> marks, boolean told, String said, boolean person, double share) {
        Optional<MemoryCue> mark = marks.stream()
                .filter(each ->
                        each.marks(said) || each.marks(LABEL.matcher(said).replaceFirst("")))
                .findFirst()
                .or(() -> told ? Optional.of(MemoryCues.TOLD) : Optional.empty());
        if (mark.isEmpty() || !lasts(mark.get(), said)) {
            return;
        }
        if (person) {
            sink.add(candidate(mark.get(), said, share));
        } else if (names(said) > 0 && !SelfContainedCheck.ofOneself(said)) {
            sink.add(candidate(mark.get(), said, AGENT + NAMED * names(said)));
        }
    }

    private MemoryCandidate candidate(MemoryCue mark, String said, double share) {
        return new MemoryCandidate(mark.kind(), dated(said), seq, speaker, mark.worth() * share);
    }

    /** Returns a sentence with the dates that relative ones mean, since a memory is read much later. */
    private String dated(String said) {
        return RelativeDates.resolved(said, day);
    }

    private static boolean lasts(MemoryCue mark, String said) {
        return SelfContainedCheck.says(said)
                && (SelfContainedCheck.alone(said) || bansAlone(mark, said))
                && !SelfContainedCheck.momentary(said)
                && (mark.kind() != MemoryKind.DECISION
                        || NormalizedText.of(said).words().size() >= LEAST_DECIDED);
    }

    /**
     * Returns whether the first clause is a self-contained ban: in "Do not use Redis, use the file" only the
     * alternative refers to something else.
     */
    private static boolean bansAlone(MemoryCue mark, String said) {
        int comma = said.indexOf(',');
        String first = comma < 0 ? "" : said.substring(0, comma);
        return mark.kind() == MemoryKind.CONSTRAINT
                && mark.marks(first)
                && SelfContainedCheck.alone(first)
                && !NormalizedText.of(first).words().isEmpty();
    }

    private static boolean holdsSeveral(String sentence, List<String> rules) {
        return rules.stream().filter(sentence::contains).limit(2).count() > 1;
    }

    /** Returns how many names a sentence contains, scaled to 0 to 1; three or more give 1. */
    private static double names(String said) {
        return Math.min(3, NAME.matcher(said).results().limit(3).count()) / 3.0;
    }

    /** Returns a sentence without a question in its last clause ("…，好吗？"). */
    private static String statement(String sentence) {
        if (!sentence.endsWith("？")) {
            return sentence;
        }
        String[] clauses = CLAUSE.split(sentence, -1);
        int rest = sentence.length() - clauses[clauses.length - 1].length();
        return rest > 0 ? sentence.substring(0, rest - 1) : sentence;
    }
}
