package dev.pith.activities.memory.keyless;

import dev.pith.activities.conversation.Conversation;
import dev.pith.activities.conversation.Origin;
import dev.pith.activities.conversation.Part;
import dev.pith.activities.conversation.StoredMessage;
import dev.pith.activities.dates.DayReader;
import dev.pith.activities.gateway.Attempt;
import dev.pith.activities.identifiers.ScanFailures;
import dev.pith.activities.memory.ExtractedMemory;
import dev.pith.activities.memory.Extractor;
import dev.pith.activities.memory.MemoryKind;
import dev.pith.activities.memory.SourceAuthority;
import dev.pith.activities.workstate.OpenEnds;
import dev.pith.activities.workstate.OpenEnds.OpenEnd;
import dev.pith.workflows.flush.FlushTask;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Extracts memories without a model: constraints, decisions, preferences and facts of persons, decisions and findings
 * of agents that name things, and open ends. Returns at most 20 memories a range, three in a short one, and all
 * withdrawals. Prefers precision to recall. Thread-safe.
 */
public final class KeylessExtractor implements Extractor {

    private static final double OPEN_WORTH = 0.4;
    private static final int MOST_TODOS = 3;

    /** A single command that can be run again; chained commands are specific to the moment. */
    private static final Pattern PLAIN = Pattern.compile("`[^|;&$<>…`]{1,60}` \\(.*\\)");

    @Override
    public List<ExtractedMemory> extract(
            FlushTask task, Conversation conversation, Stream<StoredMessage> messages, Attempt attempt) {
        MemorySelection memorySelection = new MemorySelection();
        OpenEnds ends = new OpenEnds();
        DayReader days = new DayReader();
        ScanFailures failures = new ScanFailures();
        messages.forEachOrdered(message -> {
            Origin speaker = SourceAuthority.speaker(message, conversation);
            if (speaker != Origin.HARNESS) {
                memorySelection.message();
                failures.guard(
                        "the words",
                        () -> new MemoryReading(message.seq(), speaker, days.day(message), memorySelection)
                                .read(message.textOf(Part.Text.class)));
            }
            failures.guard("the tools", () -> ends.read(message));
            attempt.alive().accept(message.seq());
        });
        ends.todos().stream().limit(MOST_TODOS).forEach(end -> memorySelection.add(open(end, "Left to do: ")));
        ends.failures().stream()
                .filter(end -> PLAIN.matcher(end.text()).matches())
                .limit(1)
                .forEach(end -> memorySelection.add(open(end, "Not seen to pass: ")));
        return memorySelection.chosen();
    }

    private static MemoryCandidate open(OpenEnd end, String label) {
        return new MemoryCandidate(MemoryKind.OPEN, label + end.text(), end.seq(), Origin.AGENT, OPEN_WORTH);
    }
}
