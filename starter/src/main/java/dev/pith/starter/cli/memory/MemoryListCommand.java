package dev.pith.starter.cli.memory;

import dev.pith.activities.memory.Memory;
import dev.pith.starter.cli.command.ExitCode;
import dev.pith.starter.cli.command.Output;
import dev.pith.starter.cli.command.PithCommand;
import dev.pith.starter.cli.command.Terminal;
import dev.pith.starter.engine.Engine;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Lists memories, newest first. */
@Command(name = "list", description = "List memories, newest first.", sortOptions = false)
final class MemoryListCommand extends PithCommand {

    @Mixin
    private MemoryFilter filter = new MemoryFilter();

    @Option(names = "--output", paramLabel = "FORMAT", description = "text or json (one object a memory).")
    private Output output = Output.TEXT;

    @Override
    protected ExitCode run(Terminal terminal) {
        try (Engine engine = open(Engine.Needs.STORE, terminal)) {
            MemoryFiles.keep(engine, terminal);
            List<Memory> found = filter.find(engine.database(), List.of());
            if (found.isEmpty()) {
                terminal.say(
                        "No such memory. Compacting a conversation writes its memories; pith flush ID does so by hand");
            }
            MemoryPrint.lines(found, output, terminal.out());
            terminal.out().flush();
        }
        return ExitCode.DONE;
    }
}
