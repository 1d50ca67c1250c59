package dev.pith.starter.cli.backfill;

import dev.pith.starter.engine.BackfillSchedules;
import picocli.CommandLine.Command;

/** Pauses a schedule: it starts no backfills until it is resumed. */
@Command(name = "pause", description = "Start nothing by a schedule until it is resumed.", sortOptions = false)
final class SchedulePauseCommand extends ScheduleChange {

    @Override
    void change(BackfillSchedules schedules, String schedule) {
        schedules.pause(schedule);
    }

    @Override
    String said() {
        return "starts nothing until it is resumed";
    }
}
