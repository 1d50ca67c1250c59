package dev.pith.starter.cli.memory;

import dev.pith.activities.memory.Memory;
import dev.pith.starter.cli.command.ExitCode;
import dev.pith.starter.cli.command.Output;
import dev.pith.starter.cli.command.PithCommand;
import dev.pith.starter.cli.command.Terminal;
import dev.pith.starter.engine.Engine;
import java.io.PrintWriter;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Writes memories to standard output, as Markdown or as JSON lines. */
@Command(
        name = "export",
        description = "Write memories to standard output: as Markdown by project and kind, or as JSON lines.",
        sortOptions = false)
final class MemoryExportCommand extends PithCommand {

    @Mixin
    private MemoryFilter filter = new MemoryFilter(Integer.MAX_VALUE);

    @Option(names = "--output", paramLabel = "FORMAT", description = "text (Markdown) or json (one object a memory).")
    private Output output = Output.TEXT;

    @Override
    protected ExitCode run(Terminal terminal) {
        try (Engine engine = open(Engine.Needs.STORE, terminal)) {
            MemoryFiles.keep(engine, terminal);
            List<Memory> found = filter.find(engine.database(), List.of());
            if (output == Output.JSON) {
                MemoryPrint.lines(found, output, terminal.out());
            } else {
                markdown(found, terminal.out());
            }
            terminal.out().flush();
        }
        return ExitCode.DONE;
    }

    private static void markdown(List<Memory> memories, PrintWriter out) {
        by(memories, memory -> Objects.requireNonNullElse(memory.project(), "No project"))
                .forEach((project, own) -> {
                    out.println("# " + project + "\n");
                    by(own, memory -> MemoryPrint.lower(memory.kind())).forEach((kind, same) -> {
                        out.println("## " + kind + "\n");
                        same.forEach(memory -> out.println(
                                "- " + memory.text().replace("\n", "\n  ") + " (" + memory.lastDay() + ")"));
                        out.println();
                    });
                });
    }

    private static Map<String, List<Memory>> by(Collection<Memory> memories, Function<Memory, String> key) {
        return memories.stream().collect(Collectors.groupingBy(key, LinkedHashMap::new, Collectors.toList()));
    }
}
