package dev.pith.starter.cli;

import dev.pith.activities.store.Receipt;
import dev.pith.starter.engine.Engine;
import dev.pith.starter.importing.ImportOptions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Takes conversations into the store without compacting them. */
@Command(
        name = "import",
        description = "Take conversations into the store. Importing again takes only what is new.",
        sortOptions = false)
final class ImportCommand extends PithCommand {

    @Parameters(
            arity = "1..*",
            paramLabel = "PATH",
            description = "Session files, folders of them, or - for standard input.")
    private List<String> paths = List.of();

    @Option(names = "--final", description = "The sources will not grow: take unfinished messages as they are.")
    private boolean finalRead;

    @Option(names = "--id", paramLabel = "ID", description = "Use this as the session's own id.")
    private @Nullable String id;

    @Option(names = "--output", paramLabel = "FORMAT", description = "text or json (one object a conversation).")
    private Output output = Output.TEXT;

    @Override
    ExitCode run(Terminal terminal) {
        ImportOptions options = new ImportOptions(finalRead, id);
        try (Engine engine = open(Engine.Needs.STORE, terminal)) {
            Intake intake = new Intake(engine.database(), terminal);
            List<String> sources = new ArrayList<>();
            paths.forEach(path -> sources.addAll(intake.sources(path)));
            Several several = new Several(terminal, sources.size());
            for (String source : sources) {
                several.attempt(() -> {
                    intake.take(source, options).forEach(receipt -> print(receipt, terminal));
                    return ExitCode.DONE;
                });
            }
            return several.exitCode();
        }
    }

    private void print(Receipt receipt, Terminal terminal) {
        if (output == Output.JSON) {
            terminal.out()
                    .println(JsonLines.of(Map.of(
                            "conversation", receipt.conversation(),
                            "source", receipt.header().source(),
                            "nativeId", receipt.header().nativeId(),
                            "created", receipt.created(),
                            "appended", receipt.appended(),
                            "known", receipt.known(),
                            "revised", receipt.revised(),
                            "abandoned", receipt.abandoned(),
                            "messages", receipt.total())));
        } else {
            terminal.out().println(receipt.conversation());
        }
        terminal.out().flush();
    }
}
