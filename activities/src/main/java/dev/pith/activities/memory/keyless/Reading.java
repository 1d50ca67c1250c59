package dev.pith.activities.memory.keyless;

import dev.pith.activities.conversation.Origin;
import dev.pith.activities.memory.MemoryKind;
import dev.pith.activities.memory.Wording;
import dev.pith.activities.summarizing.Sentences;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/** Finds candidates in what somebody said. */
final class Reading {

    /** What is longer was pasted, for the most part. In characters. */
    private static final int LONGEST = 12_000;

    /** Above this, words were written beforehand, and may be somebody else's. In characters. */
    private static final int TYPED = 3_000;

    private static final double PASTED = 0.5;

    /** What an agent says weighs less, and more where it names things. */
    private static final double AGENT = 0.4;

    private static final double NAMED = 0.3;

    /** "Let's go with A" decides, but does not say what. */
    private static final int LEAST_DECIDED = 3;

    private static final Pattern CLAUSE = Pattern.compile("(?<=[，,])");
    private static final Pattern NAME = Pattern.compile("`[^`]+`|\\w[._/]\\w|[a-z][A-Z]|\\d");

    private final long seq;
    private final Origin speaker;
    private final Consumer<Candidate> sink;

    Reading(long seq, Origin speaker, Consumer<Candidate> sink) {
        this.seq = seq;
        this.speaker = speaker;
        this.sink = sink;
    }

    /** All that somebody said in one message. */
    void read(String text) {
        boolean person = speaker == Origin.PERSON;
        double share = text.length() > TYPED ? PASTED : 1;
        for (String sentence : Sentences.of(text.length() > LONGEST ? text.substring(0, LONGEST) : text)) {
            List<Mark> marks = person ? Marks.OF_PERSONS : Marks.OF_AGENTS;
            List<Mark> possible =
                    marks.stream().filter(mark -> mark.maybe(sentence)).toList();
            if (!possible.isEmpty()) {
                offer(possible, Standing.opened(statement(sentence.replace('’', '\''))), person, share);
            }
        }
    }

    private void offer(List<Mark> marks, String said, boolean person, double share) {
        Optional<Mark> mark = marks.stream().filter(each -> each.marks(said)).findFirst();
        if (mark.isEmpty() || !lasts(mark.get().kind(), said)) {
            return;
        }
        if (person) {
            sink.accept(candidate(mark.get(), said, share));
        } else if (names(said) > 0 && !Standing.ofOneself(said)) {
            sink.accept(candidate(mark.get(), said, AGENT + NAMED * names(said)));
        }
    }

    private Candidate candidate(Mark mark, String said, double share) {
        return new Candidate(mark.kind(), said, seq, speaker, mark.worth() * share);
    }

    private static boolean lasts(MemoryKind kind, String said) {
        return Standing.says(said)
                && Standing.alone(said)
                && !Standing.momentary(said)
                && (kind != MemoryKind.DECISION || Wording.of(said).words().size() >= LEAST_DECIDED);
    }

    /** From 0 to 1. */
    private static double names(String said) {
        return Math.min(3, NAME.matcher(said).results().limit(3).count()) / 3.0;
    }

    /** What stands before a question at the end of a sentence. */
    private static String statement(String sentence) {
        if (!sentence.endsWith("？")) {
            return sentence;
        }
        String[] clauses = CLAUSE.split(sentence, -1);
        int rest = sentence.length() - clauses[clauses.length - 1].length();
        return rest > 0 ? sentence.substring(0, rest - 1) : sentence;
    }
}
