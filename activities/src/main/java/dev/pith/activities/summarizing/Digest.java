package dev.pith.activities.summarizing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * What is kept of a stretch of a conversation, bounded in size. An event is one message; positions count events from the
 * stretch's beginning.
 *
 * @param events how many messages were read
 * @param requests what persons asked, oldest first
 * @param statements sentences that may be worth keeping, oldest first
 * @param files what happened to files, by path
 * @param commands shell commands, by text
 * @param todo the last to-do list as the agent wrote it, null where there was none
 * @param last the agent's last words, null where it said nothing
 */
public record Digest(
        long events,
        List<Request> requests,
        List<Statement> statements,
        Map<String, FileTrace> files,
        Map<String, CommandTrace> commands,
        @Nullable String todo,
        @Nullable String last) {

    static final int MAX_REQUESTS = 40;
    static final int MAX_STATEMENTS = 500;
    static final int MAX_TRACES = 300;

    /** Nothing read yet. */
    public static final Digest EMPTY = new Digest(0, List.of(), List.of(), Map.of(), Map.of(), null, null);

    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** What a person asked. */
    record Request(long seq, String text) {}

    /**
     * A sentence.
     *
     * @param first whether it opens its message
     * @param announces whether it only says what comes next
     * @param cues how many words in it mark a constraint or a decision, at most 2
     */
    record Statement(long position, Voice voice, boolean first, boolean announces, int cues, String text) {

        static Statement of(long position, Voice voice, boolean first, String text) {
            return new Statement(position, voice, first, Weight.announces(text), Weight.cues(text), text);
        }

        Statement later(long events) {
            return new Statement(position + events, voice, first, announces, cues, text);
        }
    }

    /** Who says a statement. */
    enum Voice {
        PERSON,
        AGENT,
        SUMMARY
    }

    /** What happened to a file, and when last. */
    record FileTrace(int edits, int reads, long position) {
        FileTrace plus(FileTrace later) {
            return new FileTrace(edits + later.edits, reads + later.reads, Math.max(position, later.position));
        }
    }

    /**
     * A command, when it last ran and how it ended.
     *
     * @param failure the last line of what it said when it failed; null after a success
     */
    record CommandTrace(int runs, long position, @Nullable String failure) {
        CommandTrace plus(CommandTrace later) {
            return new CommandTrace(runs + later.runs, later.position, later.failure);
        }
    }

    public Digest {
        requests = List.copyOf(requests);
        statements = List.copyOf(statements);
    }

    /** This stretch and the next one as one. */
    public Digest then(Digest next) {
        List<Request> asked = new ArrayList<>(requests);
        asked.addAll(next.requests);
        List<Statement> said = new ArrayList<>(statements);
        for (Statement one : next.statements) {
            said.add(one.later(events));
        }
        Map<String, FileTrace> touched = new LinkedHashMap<>(files);
        next.files.forEach((path, trace) -> touched.merge(
                path, new FileTrace(trace.edits(), trace.reads(), trace.position() + events), FileTrace::plus));
        Map<String, CommandTrace> ran = new LinkedHashMap<>(commands);
        next.commands.forEach((command, trace) -> ran.merge(
                command,
                new CommandTrace(trace.runs(), trace.position() + events, trace.failure()),
                CommandTrace::plus));
        return new Digest(
                        events + next.events,
                        asked,
                        said,
                        touched,
                        ran,
                        next.todo == null ? todo : next.todo,
                        next.last == null ? last : next.last)
                .trimmed();
    }

    /** Bounded: the first and the last requests, the weightiest statements, the newest traces. */
    Digest trimmed() {
        List<Request> asked = requests;
        if (asked.size() > MAX_REQUESTS) {
            asked = new ArrayList<>(requests.subList(0, 2));
            asked.addAll(requests.subList(requests.size() - MAX_REQUESTS + 2, requests.size()));
        }
        List<Statement> said = statements;
        if (said.size() > MAX_STATEMENTS) {
            Set<Integer> kept = IntStream.range(0, statements.size())
                    .boxed()
                    .sorted(Comparator.comparingDouble(i -> -Weight.before(statements.get(i), events)))
                    .limit(MAX_STATEMENTS)
                    .collect(Collectors.toSet());
            said = IntStream.range(0, statements.size())
                    .filter(kept::contains)
                    .mapToObj(statements::get)
                    .toList();
        }
        return new Digest(
                events,
                asked,
                said,
                newest(
                        files,
                        Comparator.comparingLong((FileTrace one) -> one.edits() > 0 ? 1 : 0)
                                .thenComparingLong(FileTrace::position)),
                newest(commands, Comparator.comparingLong(CommandTrace::position)),
                todo,
                last);
    }

    private static <T> Map<String, T> newest(Map<String, T> traces, Comparator<T> order) {
        if (traces.size() <= MAX_TRACES) {
            return traces;
        }
        Map<String, T> kept = new LinkedHashMap<>();
        traces.entrySet().stream()
                .sorted(Map.Entry.<String, T>comparingByValue(order).reversed())
                .limit(MAX_TRACES)
                .forEach(entry -> kept.put(entry.getKey(), entry.getValue()));
        return kept;
    }

    /** As stored. */
    public String toJson() {
        try {
            return JSON.writeValueAsString(this);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a digest could not be written as JSON", e);
        }
    }

    /** From what was stored. */
    public static Digest fromJson(String json) {
        try {
            return JSON.readValue(json, Digest.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a stored digest cannot be read: " + e.getOriginalMessage(), e);
        }
    }
}
