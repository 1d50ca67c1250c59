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
import picocli.CommandLine.Parameters;

/** Searches memories for words. */
@Command(
        name = "search",
        description = "Find the memories that hold all of some words, newest first.",
        sortOptions = false)
final class MemorySearchCommand extends PithCommand {

    @Parameters(arity = "1..*", paramLabel = "WORD", description = "Words or parts of words, in any case.")
    private List<String> words = List.of();

    @Mixin
    private MemoryFilter filter = new MemoryFilter();

    @Option(names = "--output", paramLabel = "FORMAT", description = "text or json (one object a memory).")
    private Output output = Output.TEXT;

    @Override
    protected ExitCode run(Terminal terminal) {
        try (Engine engine = open(Engine.Needs.STORE, terminal)) {
            MemoryFiles.keep(engine, terminal);
            List<Memory> found = filter.find(engine.database(), words);
            if (found.isEmpty()) {
                terminal.say("No memory holds " + String.join(" and ", words));
            }
            MemoryPrint.lines(found, output, terminal.out());
            terminal.out().flush();
        }
        return ExitCode.DONE;
    }
}
