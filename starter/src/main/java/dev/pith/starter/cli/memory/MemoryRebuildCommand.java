package dev.pith.starter.cli.memory;

import dev.pith.activities.memory.files.Kept;
import dev.pith.activities.memory.files.MemoryFolder;
import dev.pith.starter.cli.command.CommandProblem;
import dev.pith.starter.cli.command.ExitCode;
import dev.pith.starter.cli.command.PithCommand;
import dev.pith.starter.cli.command.Terminal;
import dev.pith.starter.engine.Engine;
import dev.pith.starter.wording.Numbers;
import picocli.CommandLine.Command;

/** Rewrites the memory files from the database. */
@Command(
        name = "rebuild",
        description =
                "Write the memory files from the store; what was changed by hand is kept, damaged files are put aside.",
        sortOptions = false)
final class MemoryRebuildCommand extends PithCommand {

    @Override
    protected ExitCode run(Terminal terminal) {
        try (Engine engine = open(Engine.Needs.STORE, terminal)) {
            MemoryFolder folder = engine.memoryFolder()
                    .orElseThrow(() -> CommandProblem.usage("no memory folder is configured: set memory_dir"));
            Kept kept = folder.rebuild();
            kept.problems().forEach(terminal::warn);
            terminal.out()
                    .println("Memory files in " + folder.directory() + ": "
                            + Numbers.of(kept.written(), "block") + " written, "
                            + Numbers.of(kept.edited(), "memory", "memories") + " edited by hand");
            terminal.out().flush();
            return kept.problems().isEmpty() ? ExitCode.DONE : ExitCode.PARTLY;
        }
    }
}
