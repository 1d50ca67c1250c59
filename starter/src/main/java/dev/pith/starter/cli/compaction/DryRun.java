package dev.pith.starter.cli.compaction;

import dev.pith.activities.compaction.Forecast;
import dev.pith.activities.compaction.Forecaster;
import dev.pith.activities.conversation.Conversation;
import dev.pith.activities.conversation.ConversationHeader;
import dev.pith.activities.intake.MemoryConversation;
import dev.pith.activities.intake.MemoryIntake;
import dev.pith.activities.store.Database;
import dev.pith.starter.cli.command.ExitCode;
import dev.pith.starter.cli.conversation.Intake;
import dev.pith.starter.importing.reading.ImportOptions;
import dev.pith.workflows.compaction.CompactionSpec;

/** Forecasts the steps, calls and cost of compactions. Stores nothing and calls no model. */
final class DryRun {

    private final Forecaster forecaster;
    private final Intake intake;
    private final CompactionSpec spec;
    private final ForecastReport report;

    DryRun(Database database, Intake intake, CompactionSpec spec, ForecastReport report) {
        this.forecaster = new Forecaster(database);
        this.intake = intake;
        this.spec = spec;
        this.report = report;
    }

    ExitCode ofStored(Conversation stored) {
        return report.print(stored.id(), stored.source(), forecaster.ofStored(stored.id(), spec));
    }

    /** Forecasts each conversation of a source without importing it. */
    ExitCode ofSource(String source, ImportOptions options) {
        MemoryIntake memory = new MemoryIntake();
        intake.read(source, memory, options);
        ExitCode worst = ExitCode.DONE;
        for (MemoryConversation read : memory.finish()) {
            Forecast forecast = forecaster.ofRead(read, spec);
            ExitCode code = report.print(name(read.header()), read.header().source(), forecast);
            worst = code == ExitCode.DONE ? worst : code;
        }
        return worst;
    }

    private static String name(ConversationHeader header) {
        return header.subagentId() == null ? header.nativeId() : header.nativeId() + " " + header.subagentId();
    }
}
