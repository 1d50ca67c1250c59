package dev.pith.activities.summarizing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.pith.activities.dates.Days;
import dev.pith.activities.facts.Facts;
import dev.pith.activities.facts.ItemStates;
import dev.pith.activities.identifiers.Traces;
import dev.pith.activities.workstate.WorkState;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A bounded extract of a section of a conversation; digests of neighboring sections can be joined. An event is one part
 * of a message. Immutable.
 *
 * @param requests the requests of persons, oldest first
 * @param statements sentences that may be worth keeping, oldest first
 * @param state the state of the work at the end
 * @param traces the names that were used
 * @param facts keys with their values as last said
 * @param days the days on which its messages were written
 * @param unread the number of texts that were not read to their end because a scanner failed
 */
public record Digest(
        List<Request> requests,
        List<Statement> statements,
        WorkState state,
        Traces traces,
        Facts facts,
        Days days,
        int unread) {

    static final int MAX_REQUESTS = 60;
    static final int MAX_STATEMENTS = 500;
    static final int MAX_TRACES = 1_200;

    /** The digest of no message. */
    public static final Digest EMPTY =
            new Digest(List.of(), List.of(), WorkState.NONE, Traces.NONE, Facts.NONE, Days.NONE, 0);

    private static final JsonMapper JSON = JsonMapper.builder().build();

    public Digest {
        requests = List.copyOf(requests);
        statements = List.copyOf(statements);
        // A digest that an earlier version stored has none.
        facts = facts == null ? Facts.NONE : facts;
        days = days == null ? Days.NONE : days;
    }

    /** Returns the state of the work, with what was said of the to-dos since they were written. */
    WorkState stateNow() {
        return state.told(ItemStates.of(facts));
    }

    /** Returns the number of events read. */
    long events() {
        return traces.events();
    }

    /** Returns the joined digest of this section and the next one. */
    public Digest then(Digest next) {
        List<Request> asked = new ArrayList<>(requests);
        next.requests.stream().limit(1).forEach(first -> asked.add(first.after(requests, state.said())));
        next.requests.stream().skip(1).forEach(asked::add);
        List<Statement> said = new ArrayList<>(statements);
        if (next.state.effects().hasCommit()) {
            said.removeIf(Statement::isOfUncommitted);
        }
        next.statements.forEach(one -> said.add(one.later(events())));
        return new Digest(
                        asked,
                        said,
                        state.then(next.state),
                        traces.then(next.traces),
                        facts.then(next.facts),
                        days.then(next.days),
                        unread + next.unread)
                .trimmed();
    }

    /**
     * Returns a copy without statements, for a text by a model: a later merge reads the sentences of that text instead.
     */
    public Digest withoutStatements() {
        return new Digest(requests, List.of(), state, traces, facts, days, unread);
    }

    /**
     * Limits the digest: keeps the first and the last requests, the statements of the highest weight, and the names
     * most likely needed.
     */
    Digest trimmed() {
        List<Request> asked = Request.folded(requests);
        if (asked.size() > MAX_REQUESTS) {
            int last = asked.size() - MAX_REQUESTS + 2;
            List<Request> kept = new ArrayList<>(asked.subList(0, 2));
            kept.addAll(asked.subList(last, asked.size()));
            asked = Request.standingFor(asked.subList(2, last), kept);
        }
        return new Digest(asked, weightiest(statements, events()), state, traces.most(MAX_TRACES), facts, days, unread);
    }

    static List<Statement> weightiest(List<Statement> statements, long events) {
        if (statements.size() <= MAX_STATEMENTS) {
            return statements;
        }
        double[] weights =
                statements.stream().mapToDouble(one -> Weight.of(one, events)).toArray();
        Set<Integer> kept = IntStream.range(0, weights.length)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> -weights[i]))
                .limit(MAX_STATEMENTS)
                .collect(Collectors.toSet());
        return IntStream.range(0, weights.length)
                .filter(kept::contains)
                .mapToObj(statements::get)
                .toList();
    }

    /** Returns the digest as JSON, for the store. */
    public String toJson() {
        try {
            return JSON.writeValueAsString(this);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a digest could not be written as JSON", e);
        }
    }

    /**
     * Reads a digest from stored JSON.
     *
     * @throws IllegalStateException if it cannot be read
     */
    public static Digest fromJson(String json) {
        try {
            return JSON.readValue(json, Digest.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a stored digest cannot be read: " + e.getOriginalMessage(), e);
        }
    }
}
