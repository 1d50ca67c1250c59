package dev.pith.workflows.compaction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pith.workflows.backfill.BackfillWorkflowImpl;
import dev.pith.workflows.flush.MemoryFlushWorkflowImpl;
import io.temporal.testing.WorkflowReplayer;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * A history that a real server recorded must lead the workflow of today the same way. Where it does not, running
 * compactions would fail after an update: version the change, or record the history anew and say so in the commit.
 * RecordedHistory in starter records them.
 */
class ReplayTest {

    /** Each with a step that says what it is there for. */
    @ParameterizedTest
    @CsvSource({
        "single-pass, Commit",
        "chunked-compaction, Merge",
        "ladder, Summarize",
        "split, Split",
        "joined-parts, Join",
        "group-merge, MergeGroup",
        "canceled-compaction, End",
        "continued-as-new, Summarize",
        "continuing-compaction, Chunks",
        "waiting-for-worker, AwaitSomebody",
        "canceled-waiting-for-worker, AwaitSomebody"
    })
    void aRecordedCompactionReplays(String name, String step) throws Exception {
        String history = recorded(name);
        assertThat(history).contains("\"" + step + "\"");
        WorkflowReplayer.replayWorkflowExecution(history, CompactionWorkflowImpl.class);
    }

    @ParameterizedTest
    @CsvSource({"chunked-compaction", "joined-parts", "continued-as-new"})
    void oneReplaysInAPinnedWorkerToo(String name) throws Exception {
        WorkflowReplayer.replayWorkflowExecution(recorded(name), PinnedCompactionWorkflow.class);
    }

    @Test
    void aRecordedFlushReplays() throws Exception {
        String history = recorded("memory-flush");
        assertThat(history).contains("\"FlushNext\"", "\"Extract\"");
        WorkflowReplayer.replayWorkflowExecution(history, MemoryFlushWorkflowImpl.class);
    }

    @ParameterizedTest
    @CsvSource({"backfill", "paused-backfill"})
    void aRecordedBackfillReplays(String name) throws Exception {
        String history = recorded(name);
        assertThat(history).contains("\"BackfillBegin\"", "\"BackfillTurn\"", "\"Compaction\"");
        WorkflowReplayer.replayWorkflowExecution(history, BackfillWorkflowImpl.class);
    }

    @Test
    void oneThatTookAnotherWayDoesNot() throws Exception {
        String mergedElsewhere = recorded("chunked-compaction").replace("\"Merge\"", "\"Condense\"");
        assertThatThrownBy(
                        () -> WorkflowReplayer.replayWorkflowExecution(mergedElsewhere, CompactionWorkflowImpl.class))
                .hasStackTraceContaining("NonDeterministicException");
    }

    private static String recorded(String name) throws IOException {
        InputStream packed = ReplayTest.class.getResourceAsStream("/histories/" + name + ".json.gz");
        try (InputStream history = new GZIPInputStream(Objects.requireNonNull(packed, "the recorded history"))) {
            return new String(history.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
