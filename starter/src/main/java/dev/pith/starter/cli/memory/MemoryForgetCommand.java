package dev.pith.starter.cli.memory;

import dev.pith.activities.memory.Memories;
import dev.pith.activities.memory.Memory;
import dev.pith.starter.cli.command.ExitCode;
import dev.pith.starter.cli.command.PithCommand;
import dev.pith.starter.cli.command.Terminal;
import dev.pith.starter.engine.Engine;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Forgets memories: they are no longer shown or written, and are not remembered again. */
@Command(
        name = "forget",
        description = "Forget memories: they leave the files, and the same thing is not remembered again.",
        sortOptions = false)
final class MemoryForgetCommand extends PithCommand {

    @Parameters(arity = "1..*", paramLabel = "ID", description = "Memories: their ids, or unique beginnings of them.")
    private List<String> ids = List.of();

    @Override
    protected ExitCode run(Terminal terminal) {
        try (Engine engine = open(Engine.Needs.STORE, terminal)) {
            MemoryFiles.keep(engine, terminal);
            List<Memory> meant = ids.stream()
                    .map(id -> MemoryLookup.find(engine.database(), id))
                    .toList();
            for (Memory memory : meant) {
                int changed = engine.database().table(Memories.class).forget(memory.id());
                terminal.out().println((changed == 0 ? "Forgotten before: " : "Forgotten: ") + memory.text());
            }
            MemoryFiles.catchUp(engine, terminal);
            terminal.out().flush();
        }
        return ExitCode.DONE;
    }
}
