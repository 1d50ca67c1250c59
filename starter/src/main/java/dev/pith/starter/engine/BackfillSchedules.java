package dev.pith.starter.engine;

import dev.pith.activities.store.Database;
import dev.pith.workflows.Priorities;
import dev.pith.workflows.TaskQueues;
import dev.pith.workflows.WorkflowIds;
import dev.pith.workflows.backfill.BackfillRequest;
import dev.pith.workflows.backfill.ScheduledBackfillWorkflow;
import io.temporal.api.enums.v1.ScheduleOverlapPolicy;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowOptions;
import io.temporal.client.schedules.Schedule;
import io.temporal.client.schedules.ScheduleActionStartWorkflow;
import io.temporal.client.schedules.ScheduleClient;
import io.temporal.client.schedules.ScheduleClientOptions;
import io.temporal.client.schedules.ScheduleDescription;
import io.temporal.client.schedules.ScheduleHandle;
import io.temporal.client.schedules.ScheduleListDescription;
import io.temporal.client.schedules.ScheduleOptions;
import io.temporal.client.schedules.SchedulePolicy;
import io.temporal.client.schedules.ScheduleSpec;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Backfills that Temporal starts by the clock, each under a name. They live in Temporal only. Thread-safe. */
public final class BackfillSchedules {

    private static final String CRON_MEMO = "cron";

    private final ScheduleClient client;
    private final String queue;

    public BackfillSchedules(WorkflowClient client, Database database) {
        this.client = ScheduleClient.newInstance(
                client.getWorkflowServiceStubs(),
                ScheduleClientOptions.newBuilder()
                        .setNamespace(client.getOptions().getNamespace())
                        .setIdentity(client.getOptions().getIdentity())
                        .build());
        this.queue = TaskQueues.workflows(database.storeId());
    }

    /**
     * A schedule as it is listed.
     *
     * @param cron when it starts, in the time zone that it was made in
     */
    public record Listed(String name, String cron, boolean paused) {}

    /**
     * Makes a schedule.
     *
     * @param cron five fields: minute, hour, day of month, month, day of week
     * @param zone in which they are meant
     * @return what Temporal made of it, with the next times
     * @throws io.temporal.client.schedules.ScheduleAlreadyRunningException if there is one of the name
     */
    public ScheduleDescription create(BackfillRequest request, String cron, ZoneId zone) {
        String id = WorkflowIds.backfillSchedule(queue, request.name());
        Schedule schedule = Schedule.newBuilder()
                .setAction(ScheduleActionStartWorkflow.newBuilder()
                        .setWorkflowType(ScheduledBackfillWorkflow.class)
                        .setArguments(request)
                        .setOptions(WorkflowOptions.newBuilder()
                                .setWorkflowId(id)
                                .setTaskQueue(queue)
                                .setPriority(Priorities.BACKGROUND)
                                .setStaticSummary("Scheduled backfill " + request.name())
                                // The SDK cannot read a schedule back whose summary has no details beside it.
                                .setStaticDetails("Cron " + cron + ", " + zone.getId())
                                .build())
                        .build())
                .setSpec(ScheduleSpec.newBuilder()
                        .setCronExpressions(List.of(cron))
                        .setTimeZoneName(zone.getId())
                        .build())
                .setPolicy(SchedulePolicy.newBuilder()
                        .setOverlap(ScheduleOverlapPolicy.SCHEDULE_OVERLAP_POLICY_SKIP)
                        .build())
                .build();
        ScheduleOptions options =
                ScheduleOptions.newBuilder().setMemo(Map.of(CRON_MEMO, cron)).build();
        return client.createSchedule(id, schedule, options).describe();
    }

    /** Those of this store, by name. */
    public List<Listed> all() {
        String prefix = WorkflowIds.backfillSchedule(queue, "");
        try (Stream<ScheduleListDescription> listed = client.listSchedules()) {
            return listed.filter(each -> each.getScheduleId().startsWith(prefix))
                    .map(each -> new Listed(
                            each.getScheduleId().substring(prefix.length()),
                            String.valueOf(each.getMemo(CRON_MEMO, String.class)),
                            each.getSchedule() != null
                                    && each.getSchedule().getState().isPaused()))
                    .sorted((one, other) -> one.name().compareTo(other.name()))
                    .toList();
        }
    }

    /** Starts nothing until it is resumed. */
    public void pause(String name) {
        handle(name).pause("by hand");
    }

    /** Lets a paused one go on. */
    public void resume(String name) {
        handle(name).unpause("by hand");
    }

    /** Forgets it; a backfill that it started goes on. */
    public void delete(String name) {
        handle(name).delete();
    }

    private ScheduleHandle handle(String name) {
        return client.getHandle(WorkflowIds.backfillSchedule(queue, name));
    }
}
