package dev.pith.starter.cli.memory;

import dev.pith.activities.memory.Memory;
import dev.pith.starter.cli.command.ExitCode;
import dev.pith.starter.cli.command.JsonLines;
import dev.pith.starter.cli.command.Output;
import dev.pith.starter.cli.command.PithCommand;
import dev.pith.starter.cli.command.Terminal;
import dev.pith.starter.engine.Engine;
import java.io.PrintWriter;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Shows a memory and its source. */
@Command(name = "show", description = "Show a memory and where it comes from.", sortOptions = false)
final class MemoryShowCommand extends PithCommand {

    @Parameters(index = "0", paramLabel = "ID", description = "A memory: its id, or a unique beginning of it.")
    private String id = "";

    @Option(names = "--output", paramLabel = "FORMAT", description = "text or json.")
    private Output output = Output.TEXT;

    @Override
    protected ExitCode run(Terminal terminal) {
        try (Engine engine = open(Engine.Needs.STORE, terminal)) {
            MemoryFiles.keep(engine, terminal);
            Memory memory = MemoryLookup.find(engine.database(), id);
            if (output == Output.JSON) {
                terminal.out().println(JsonLines.of(MemoryPrint.object(memory)));
            } else {
                print(memory, terminal.out());
            }
            terminal.out().flush();
        }
        return ExitCode.DONE;
    }

    private static void print(Memory memory, PrintWriter out) {
        out.println(memory.text());
        out.println();
        out.println("  kind      " + MemoryPrint.lower(memory.kind()) + ", " + MemoryPrint.lower(memory.state())
                + (memory.supersededBy() == null ? "" : " by " + memory.supersededBy()));
        out.println("  day       " + memory.day()
                + (memory.sightings() == 1
                        ? ""
                        : ", found " + memory.sightings() + " times, last on " + memory.lastDay()));
        out.println("  from      messages " + memory.fromSeq() + " to " + memory.toSeq() + " of "
                + memory.conversation() + ", by " + MemoryPrint.lower(memory.source()));
        if (memory.project() != null) {
            out.println("  project   " + memory.project());
        }
    }
}
