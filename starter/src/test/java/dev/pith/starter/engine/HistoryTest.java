package dev.pith.starter.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.google.protobuf.MessageLite;
import dev.pith.activities.summarizing.ExtractiveSummarizer;
import dev.pith.activities.testing.PostgresExtension;
import dev.pith.starter.engine.CompactionClient.Running;
import dev.pith.workflows.compaction.Outcome;
import io.temporal.client.WorkflowExecutionDescription;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** No conversation text in Temporal: every reply holds words such as point3x14, every request the words please go on. */
@Tag("servers")
class HistoryTest {

    @RegisterExtension
    static final PostgresExtension postgres = new PostgresExtension();

    @Test
    void holdsNoWordOfTheConversation() {
        try (WorkingStore store = new WorkingStore(postgres, new ExtractiveSummarizer())) {
            Running running = store.compactions.start(store.conversation("secret"), WorkingStore.spec());
            assertThat(store.ended(running).outcome()).isEqualTo(Outcome.COMPACTED);
            holdsNoText(running);
        }
    }

    @Test
    void holdsNoneWhenTheDatabaseQuotesWhatItRefuses() {
        try (WorkingStore store = new WorkingStore(postgres, new ExtractiveSummarizer())) {
            execute(store, "alter table chunk_summary add constraint refused check (text is null) not valid");
            Running running = store.compactions.start(store.conversation("refused"), WorkingStore.spec());
            await().atMost(WorkingStore.PATIENCE)
                    .until(() -> describe(running).getRawDescription().getPendingActivitiesList().stream()
                            .anyMatch(activity -> activity.hasLastFailure()));
            holdsNoText(running);
            execute(store, "alter table chunk_summary drop constraint refused");
            assertThat(store.ended(running).outcome()).isEqualTo(Outcome.COMPACTED);
            holdsNoText(running);
        }
    }

    private static void holdsNoText(Running running) {
        String history = DevServer.client().fetchHistory(running.workflowId()).getHistory().getEventsList().stream()
                .map(event -> ascii(event))
                .reduce("", String::concat);
        String description = ascii(describe(running).getRawDescription());
        assertThat(history).contains(running.request().id());
        assertThat(history + description).doesNotContainPattern("point\\d+x").doesNotContain("please go on");
    }

    /** Payloads stand in a message as they are, so their ASCII words can be searched for. */
    private static String ascii(MessageLite message) {
        return new String(message.toByteArray(), StandardCharsets.ISO_8859_1);
    }

    private static WorkflowExecutionDescription describe(Running running) {
        return DevServer.client().newUntypedWorkflowStub(running.workflowId()).describe();
    }

    private static void execute(WorkingStore store, String sql) {
        store.database.transact(handle -> handle.execute(sql));
    }
}
