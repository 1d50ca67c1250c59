package dev.pith.starter.cli.backfill;

import dev.pith.starter.engine.BackfillSchedules;
import picocli.CommandLine.Command;

/** Resumes a paused schedule. */
@Command(name = "resume", description = "Let a paused schedule go on.", sortOptions = false)
final class ScheduleResumeCommand extends ScheduleChange {

    @Override
    void change(BackfillSchedules schedules, String schedule) {
        schedules.resume(schedule);
    }

    @Override
    String said() {
        return "goes on";
    }
}
