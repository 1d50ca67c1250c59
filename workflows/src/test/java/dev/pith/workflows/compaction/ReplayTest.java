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
import org.junit.jupiter.api.Test;

/**
 * A history that a real server recorded must lead the workflow of today the same way. Where it does not, running
 * compactions would fail after an update: version the change, or record anew and say so in the changelog.
 * RecordedHistoriesTest in starter records them.
 */
class ReplayTest {

    @Test
    void aRecordedCompactionReplays() throws Exception {
        String history = recorded("chunked-compaction");
        assertThat(history).contains("\"Plan\"", "\"Summarize\"", "\"Merge\"", "\"Commit\"");
        WorkflowReplayer.replayWorkflowExecution(history, CompactionWorkflowImpl.class);
    }

    @Test
    void oneInASinglePassReplays() throws Exception {
        String history = recorded("single-pass");
        assertThat(history).contains("\"Summarize\"").doesNotContain("\"Merge\"");
        WorkflowReplayer.replayWorkflowExecution(history, CompactionWorkflowImpl.class);
    }

    @Test
    void aRecordedFlushReplays() throws Exception {
        String history = recorded("memory-flush");
        assertThat(history).contains("\"FlushNext\"", "\"Extract\"");
        WorkflowReplayer.replayWorkflowExecution(history, MemoryFlushWorkflowImpl.class);
    }

    @Test
    void aRecordedBackfillReplays() throws Exception {
        String history = recorded("backfill");
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
        try (InputStream history = ReplayTest.class.getResourceAsStream("/histories/" + name + ".json")) {
            return new String(
                    Objects.requireNonNull(history, "the recorded history").readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
