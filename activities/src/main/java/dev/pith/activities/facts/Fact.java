package dev.pith.activities.facts;

import com.fasterxml.jackson.annotation.JsonFormat;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A key with its value as last said, such as {@code database port: 5413}, or a relation of two things, such as
 * {@code gateway depends on ledger}.
 *
 * @param key what has the value; for a relation, its subject
 * @param verb the words of a relation; null for a value
 * @param value at most {@link Clause#LONGEST_VALUE} characters, without quotes
 * @param scope the file that holds it; null if it is said of the work as a whole
 * @param speaker who said it last
 * @param seq the number of the message that said it last
 * @param said how often the key was given a value
 * @param used in how many later events the value occurred
 */
@JsonFormat(shape = JsonFormat.Shape.ARRAY)
public record Fact(
        String key,
        @Nullable String verb,
        String value,
        @Nullable String scope,
        Speaker speaker,
        long seq,
        int said,
        int used) {

    /** The author of a fact. */
    public enum Speaker {
        PERSON(1),
        /** A person who pasted a long text. */
        PASTED(0.3),
        AGENT(0.3),
        /** A tool that answers a question, such as a query of a database. */
        TOOL(0.4),
        /** A tool that prints whatever a program prints, such as a shell. */
        PROGRAM(0.25);

        private final double weight;

        Speaker(double weight) {
            this.weight = weight;
        }
    }

    /** A key that a tool gives a value more often than this is telemetry: a counter, an exit code. */
    private static final int TELEMETRY = 3;

    /** A key that is given a value more often than this labels what somebody says. */
    private static final int LABEL = 20;

    /** Words of a relation that do not change which one it is. */
    private static final Pattern AUXILIARY =
            Pattern.compile("\\b(?i:directly|now|only|also|still|is|are|was|were|been|has|have)\\b ?");

    private static final double USE = 0.5;

    /** Returns a fact that is said for the first time. */
    static Fact of(Clause clause, @Nullable String scope, Speaker speaker, long seq) {
        return new Fact(clause.key(), clause.verb(), clause.value(), scope, speaker, seq, 1, 0);
    }

    /** Returns what identifies the fact: a later one with the same identity replaces it. */
    String identity() {
        String relation =
                verb == null ? "" : AUXILIARY.matcher(verb).replaceAll("").strip();
        return (scope == null ? "" : scope) + '\0' + relation + '\0' + key.toLowerCase(Locale.ROOT);
    }

    /** Returns whether a later fact of the same identity replaces this one: output does not correct what was told. */
    boolean yieldsTo(Fact later) {
        return isOutput() || !later.isOutput();
    }

    /** Returns the later one of two facts of the same identity, which matters as much as the earlier one did. */
    Fact then(Fact later) {
        return new Fact(
                later.key,
                later.verb,
                later.value,
                later.scope,
                later.speaker.weight > speaker.weight ? later.speaker : speaker,
                later.seq,
                said + later.said,
                later.value.equals(value) ? used + later.used : later.used);
    }

    private boolean isOutput() {
        return speaker == Speaker.PROGRAM || speaker == Speaker.PASTED;
    }

    /** Returns whether it is more than a remark: files and code that programs and agents name are the ledger's. */
    boolean isWorthKeeping() {
        boolean told = speaker == Speaker.PERSON || speaker == Speaker.PASTED || speaker == Speaker.TOOL;
        return told || scope != null || (value.indexOf('/') < 0 && Specifics.words(key) <= 4);
    }

    Fact usedAgain() {
        return new Fact(key, verb, value, scope, speaker, seq, said, used + 1);
    }

    /** Returns how likely the fact is needed again, regardless of its length. */
    double weight() {
        int often = speaker == Speaker.TOOL || speaker == Speaker.PROGRAM ? TELEMETRY : LABEL;
        double telemetry = said > often ? (double) often / said : 1;
        return speaker.weight * telemetry * (1 + USE * StrictMath.log1p(used));
    }
}
