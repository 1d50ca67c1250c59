package dev.pith.starter.engine;

import dev.pith.activities.store.Database;
import dev.pith.workflows.Priorities;
import dev.pith.workflows.SearchSupport;
import dev.pith.workflows.TaskQueues;
import dev.pith.workflows.WorkflowIds;
import dev.pith.workflows.backfill.BackfillRequest;
import dev.pith.workflows.backfill.ScheduledBackfillWorkflow;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.temporal.api.enums.v1.ScheduleOverlapPolicy;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowOptions;
import io.temporal.client.schedules.Schedule;
import io.temporal.client.schedules.ScheduleActionStartWorkflow;
import io.temporal.client.schedules.ScheduleAlreadyRunningException;
import io.temporal.client.schedules.ScheduleClient;
import io.temporal.client.schedules.ScheduleClientOptions;
import io.temporal.client.schedules.ScheduleException;
import io.temporal.client.schedules.ScheduleHandle;
import io.temporal.client.schedules.ScheduleListDescription;
import io.temporal.client.schedules.ScheduleOptions;
import io.temporal.client.schedules.SchedulePolicy;
import io.temporal.client.schedules.ScheduleSpec;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Manages cron schedules that start backfills, each under a name. They are stored in Temporal only. Thread-safe. */
public final class BackfillSchedules {

    private static final String CRON_MEMO = "cron";

    private final ScheduleClient client;
    private final SearchSupport search;
    private final String queue;

    public BackfillSchedules(WorkflowClient client, SearchSupport search, Database database) {
        this.search = search;
        this.client = ScheduleClient.newInstance(
                client.getWorkflowServiceStubs(),
                ScheduleClientOptions.newBuilder()
                        .setNamespace(client.getOptions().getNamespace())
                        .setIdentity(client.getOptions().getIdentity())
                        .build());
        this.queue = TaskQueues.workflows(database.storeId());
    }

    /**
     * A schedule in a listing.
     *
     * @param cron the cron expression, in the time zone that the schedule was created with
     */
    public record Listed(String name, String cron, boolean paused) {}

    /**
     * Creates a schedule.
     *
     * @param cron five fields: minute, hour, day of month, month, day of week
     * @param zone the time zone of {@code cron}
     * @return the first start time; empty if there is none
     * @throws ScheduleRefusedException if a schedule of this name exists, or Temporal rejects the cron expression
     */
    public Optional<Instant> create(BackfillRequest request, String cron, ZoneId zone) {
        String id = WorkflowIds.backfillSchedule(queue, request.name());
        Schedule schedule = Schedule.newBuilder()
                .setAction(ScheduleActionStartWorkflow.newBuilder()
                        .setWorkflowType(ScheduledBackfillWorkflow.class)
                        .setArguments(request)
                        .setOptions(WorkflowOptions.newBuilder()
                                .setWorkflowId(id)
                                .setTaskQueue(queue)
                                .setPriority(Priorities.BACKGROUND)
                                .setTypedSearchAttributes(
                                        search.of(request.spec().compaction().strategy()))
                                .setStaticSummary("Scheduled backfill " + request.name())
                                // The SDK cannot read a schedule back that has a summary but no details.
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
        try {
            return client.createSchedule(id, schedule, options).describe().getInfo().getNextActionTimes().stream()
                    .findFirst();
        } catch (ScheduleAlreadyRunningException e) {
            throw new ScheduleRefusedException(
                    "there is a schedule " + request.name()
                            + " already: choose another name (--name), or delete it first"
                            + " (pith backfill schedule delete " + request.name() + ")",
                    e);
        } catch (StatusRuntimeException | ScheduleException e) {
            throw refused("schedule " + request.name() + " at \"" + cron + "\" was not taken", e);
        }
    }

    /** Returns the schedules of this store, ordered by name. */
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

    /** Pauses a schedule: it starts nothing until it is resumed. */
    public void pause(String name) {
        change(name, schedule -> schedule.pause("by hand"));
    }

    /** Resumes a paused schedule. */
    public void resume(String name) {
        change(name, schedule -> schedule.unpause("by hand"));
    }

    /** Deletes a schedule. A backfill that it has started continues. */
    public void delete(String name) {
        change(name, ScheduleHandle::delete);
    }

    private void change(String name, Consumer<ScheduleHandle> change) {
        try {
            change.accept(client.getHandle(WorkflowIds.backfillSchedule(queue, name)));
        } catch (StatusRuntimeException | ScheduleException e) {
            throw refused("schedule " + name, e);
        }
    }

    /** Builds the exception with Temporal's own error message. */
    private static RuntimeException refused(String what, RuntimeException failure) {
        Throwable cause = failure instanceof ScheduleException ? failure.getCause() : failure;
        if (!(cause instanceof StatusRuntimeException status)) {
            return failure;
        }
        String why = status.getStatus().getCode() == Status.Code.NOT_FOUND
                ? "there is no such schedule; pith backfill schedule list shows those there are"
                : String.valueOf(status.getStatus().getDescription());
        return new ScheduleRefusedException(what + ": " + why, failure);
    }
}
