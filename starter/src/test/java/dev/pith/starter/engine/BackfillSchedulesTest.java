package dev.pith.starter.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.pith.activities.backfill.BackfillOutcome;
import dev.pith.activities.backfill.Backfills;
import dev.pith.activities.testing.PostgresExtension;
import dev.pith.starter.engine.BackfillSchedules.Listed;
import dev.pith.workflows.SearchSupport;
import dev.pith.workflows.TaskQueues;
import dev.pith.workflows.WorkflowIds;
import dev.pith.workflows.backfill.BackfillRequest;
import dev.pith.workflows.backfill.BackfillRequest.Taking;
import io.temporal.client.schedules.ScheduleClient;
import io.temporal.client.schedules.ScheduleHandle;
import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

@Tag("servers")
class BackfillSchedulesTest {

    private static final String NIGHTLY = "0 3 * * *";
    private static final ZoneId ZONE = ZoneId.of("Pacific/Chatham");

    @RegisterExtension
    static final PostgresExtension postgres = new PostgresExtension();

    @Test
    void startsTheBackfillOfItsNameAndSkipsATimeThatWouldOverlap() {
        HeldSummarizer held = new HeldSummarizer();
        try (BackfilledStore store = new BackfilledStore(postgres, held)) {
            store.conversations(2);
            BackfillSchedules schedules =
                    new BackfillSchedules(DevServer.client(), SearchSupport.REGISTERED, store.database());
            Instant first = schedules.create(request("nightly"), NIGHTLY, ZONE).orElseThrow();
            assertThat(first.atZone(ZONE).getHour()).isEqualTo(3);
            ScheduleHandle handle = handle(store, "nightly");
            handle.trigger();
            store.awaitInFlight(2);
            handle.trigger();
            await().atMost(WorkingStore.PATIENCE)
                    .until(() -> handle.describe().getInfo().getNumActionsSkippedOverlap() == 1);
            held.release();
            assertThat(store.ended("nightly").ended()).isEqualTo(2);
            assertThat(store.backfill("nightly").outcome()).isEqualTo(BackfillOutcome.COMPLETED);
            schedules.delete("nightly");
        }
    }

    @Test
    void leavesABackfillAloneThatRunsAlready() {
        HeldSummarizer held = new HeldSummarizer();
        try (BackfilledStore store = new BackfilledStore(postgres, held)) {
            store.conversations(1);
            store.start("by-hand", 1);
            String run = store.backfill("by-hand").run();
            BackfillSchedules schedules =
                    new BackfillSchedules(DevServer.client(), SearchSupport.REGISTERED, store.database());
            schedules.create(request("by-hand"), NIGHTLY, ZONE);
            ScheduleHandle handle = handle(store, "by-hand");
            handle.trigger();
            await().atMost(WorkingStore.PATIENCE)
                    .until(() -> handle.describe().getInfo().getNumActions() == 1
                            && handle.describe().getInfo().getRunningActions().isEmpty());
            assertThat(store.backfill("by-hand").run()).isEqualTo(run);
            held.release();
            assertThat(store.ended("by-hand").ended()).isEqualTo(1);
            schedules.delete("by-hand");
        }
    }

    @Test
    void isListedPausedResumedAndDeleted() {
        try (BackfilledStore store = new BackfilledStore(postgres, new HeldSummarizer())) {
            BackfillSchedules schedules =
                    new BackfillSchedules(DevServer.client(), SearchSupport.REGISTERED, store.database());
            schedules.create(request("weekly"), "0 4 * * 0", ZONE);
            assertThatThrownBy(() -> schedules.create(request("weekly"), NIGHTLY, ZONE))
                    .isInstanceOf(ScheduleRefusedException.class)
                    .hasMessageContaining("pith backfill schedule delete weekly");
            schedules.pause("weekly");
            awaitListed(schedules, new Listed("weekly", "0 4 * * 0", true));
            schedules.resume("weekly");
            awaitListed(schedules, new Listed("weekly", "0 4 * * 0", false));
            schedules.delete("weekly");
            await().atMost(WorkingStore.PATIENCE).until(() -> schedules.all().isEmpty());
            assertThat(store.database().table(Backfills.class).all()).isEmpty();
        }
    }

    /** What is listed follows what was done after a moment. */
    private static void awaitListed(BackfillSchedules schedules, Listed wanted) {
        await().atMost(WorkingStore.PATIENCE)
                .untilAsserted(() -> assertThat(schedules.all()).containsExactly(wanted));
    }

    private static BackfillRequest request(String name) {
        return new BackfillRequest("scheduled", name, BackfilledStore.spec(), Taking.ALL, 2);
    }

    private static ScheduleHandle handle(BackfilledStore store, String name) {
        String queue = TaskQueues.workflows(store.database().storeId());
        return ScheduleClient.newInstance(DevServer.client().getWorkflowServiceStubs())
                .getHandle(WorkflowIds.backfillSchedule(queue, name));
    }
}
