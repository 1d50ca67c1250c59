package dev.pith.starter.cli.service;

import dev.pith.activities.store.Batches;
import dev.pith.activities.store.Prunable;
import dev.pith.starter.cli.command.ExitCode;
import dev.pith.starter.cli.command.PithCommand;
import dev.pith.starter.cli.command.Since;
import dev.pith.starter.cli.command.Terminal;
import dev.pith.starter.engine.Engine;
import dev.pith.starter.wording.Numbers;
import java.time.Instant;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Deletes data of old compactions that is no longer needed. Keeps messages, contexts, their summaries and memories. */
@Command(
        name = "prune",
        description = {
            "Delete what old compactions left and nothing needs: failed attempts, chunks, and calls of the cost"
                    + " ledger.",
            "Messages, contexts, what undo needs and memories stay."
        },
        sortOptions = false)
public final class PruneCommand extends PithCommand {

    @Option(
            names = "--older-than",
            paramLabel = "DATE|DURATION",
            required = true,
            description = "Only what ended before this: a date, or a time such as 90d.")
    private String olderThan = "";

    @Override
    protected ExitCode run(Terminal terminal) {
        Instant before = Since.moment("--older-than", olderThan).asOf(Instant.now());
        try (Engine engine = open(Engine.Needs.STORE, terminal)) {
            Prunable prunable = engine.database().table(Prunable.class);
            long previews = Batches.all(rows -> prunable.previews(before, rows));
            long chunks = Batches.all(rows -> prunable.chunks(before, rows));
            long compactions = Batches.all(rows -> prunable.compactions(before, rows));
            long calls = Batches.all(rows -> prunable.calls(before, rows));
            long summaries = Batches.all(rows -> prunable.chunkSummaries(before, rows));
            terminal.out()
                    .println("Deleted " + Numbers.of(compactions, "compaction") + ", "
                            + Numbers.of(previews, "preview") + ", " + Numbers.of(chunks, "chunk") + ", "
                            + Numbers.of(summaries, "chunk summary", "chunk summaries") + " and "
                            + Numbers.of(calls, "call") + " of the cost ledger");
            terminal.out().flush();
        }
        return ExitCode.DONE;
    }
}
