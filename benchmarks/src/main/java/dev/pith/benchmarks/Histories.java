package dev.pith.benchmarks;

import io.temporal.api.history.v1.History;
import io.temporal.api.history.v1.HistoryEvent;
import io.temporal.client.WorkflowClient;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** What Temporal keeps of a compaction: runs, events, bytes, and whether any text of the conversation is among them. */
final class Histories {

    private final WorkflowClient client;
    private int runs;
    private int events;
    private int longest;
    private long bytes;
    private int largestEvent;
    private int withText;

    Histories(WorkflowClient client) {
        this.client = client;
    }

    /** Reads all runs of a workflow, back from the last. */
    void read(String workflowId) {
        String run = "";
        do {
            History history = client.fetchHistory(workflowId, run).getHistory();
            runs++;
            events += history.getEventsCount();
            longest = Math.max(longest, history.getEventsCount());
            history.getEventsList().forEach(this::event);
            run = history.getEvents(0)
                    .getWorkflowExecutionStartedEventAttributes()
                    .getContinuedExecutionRunId();
        } while (!run.isEmpty());
    }

    private void event(HistoryEvent event) {
        int size = event.getSerializedSize();
        bytes += size;
        largestEvent = Math.max(largestEvent, size);
        if (new String(event.toByteArray(), StandardCharsets.ISO_8859_1).contains(GeneratedSession.MARK)) {
            withText++;
        }
    }

    void print() {
        System.out.printf(
                Locale.ROOT,
                "Temporal: %d runs, %d events, at most %d in a run, %.1f MB, largest event %.1f KB, %d with text%n",
                runs,
                events,
                longest,
                bytes / 1e6,
                largestEvent / 1e3,
                withText);
    }
}
