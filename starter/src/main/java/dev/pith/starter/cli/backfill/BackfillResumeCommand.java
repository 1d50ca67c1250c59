package dev.pith.starter.cli.backfill;

import dev.pith.activities.backfill.Backfill;
import dev.pith.activities.backfill.Backfills;
import dev.pith.starter.cli.command.ExitCode;
import dev.pith.starter.cli.command.PithCommand;
import dev.pith.starter.cli.command.Terminal;
import dev.pith.starter.engine.Engine;
import dev.pith.starter.requesting.AbsentModel;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Resumes a paused backfill. */
@Command(name = "resume", description = "Let a paused backfill go on.", sortOptions = false)
final class BackfillResumeCommand extends PithCommand {

    @Mixin
    private BackfillLookup target = new BackfillLookup();

    @Override
    protected ExitCode run(Terminal terminal) {
        try (Engine engine = open(Engine.Needs.TEMPORAL, terminal)) {
            Backfill backfill = target.running(engine.database());
            engine.database().table(Backfills.class).pause(backfill.name(), null);
            engine.backfills().tell(backfill.name());
            terminal.say("Backfill " + backfill.name() + " goes on: pith backfill watch " + backfill.name());
            Optional<String> missing = new AbsentModel(engine, settings())
                    .words(backfill.spec().compaction().model());
            missing.ifPresent(words -> terminal.warn("backfill " + backfill.name() + " waits for " + words));
            return missing.isPresent() ? ExitCode.PARTLY : ExitCode.DONE;
        }
    }
}
