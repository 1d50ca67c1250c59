package dev.pith.starter.cli.backfill;

import dev.pith.starter.engine.BackfillSchedules;
import picocli.CommandLine.Command;

/** Deletes a schedule. Backfills that it started continue. */
@Command(name = "delete", description = "Forget a schedule; what it started goes on.", sortOptions = false)
final class ScheduleDeleteCommand extends ScheduleChange {

    @Override
    void change(BackfillSchedules schedules, String schedule) {
        schedules.delete(schedule);
    }

    @Override
    String said() {
        return "is gone";
    }
}
