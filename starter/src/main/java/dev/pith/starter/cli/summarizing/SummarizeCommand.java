package dev.pith.starter.cli.summarizing;

import dev.pith.starter.cli.command.CommandProblem;
import dev.pith.starter.cli.command.ExitCode;
import dev.pith.starter.cli.command.PithCommand;
import dev.pith.starter.cli.command.Terminal;
import dev.pith.starter.filter.FileSummarizer;
import dev.pith.starter.filter.FileSummarizer.Summarized;
import dev.pith.starter.filter.SummaryOrder;
import dev.pith.starter.filter.SummaryPage;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Summarizes files as a plain filter. Stores nothing and needs no server. */
@Command(
        name = "summarize",
        description = "Print the summary of a conversation file at once, without a store, a server or a model.",
        sortOptions = false)
public final class SummarizeCommand extends PithCommand {

    @Parameters(
            arity = "0..1",
            paramLabel = "FILE",
            description = "A session file, or - for standard input. Several conversations in it: each under a heading.")
    private @Nullable String file;

    @Option(names = "--target-tokens", paramLabel = "N", description = "The largest size of a summary, in tokens.")
    private @Nullable Integer targetTokens;

    @Option(names = "--focus", paramLabel = "TEXT", description = "What the summary must keep, in your words.")
    private @Nullable String focus;

    @Option(
            names = "--batch",
            paramLabel = "MANIFEST",
            description = "Summarize many files: JSON lines of {\"file\":…,\"tokens\":…,\"focus\":…,\"out\":…}, tokens "
                    + "and focus optional; each summary is written to its out.")
    private @Nullable String manifest;

    @Override
    protected ExitCode run(Terminal terminal) {
        SummaryOrder order = order();
        FileSummarizer summarizer = new FileSummarizer(settings().sizes());
        SummarySource source = new SummarySource(summarizer, terminal);
        if (manifest != null && file == null) {
            return new SummaryBatch(source, order, terminal).run(manifest);
        }
        if (file == null || manifest != null) {
            throw CommandProblem.usage("name one FILE (- for standard input), or --batch MANIFEST");
        }
        Summarized summarized = source.read(file, List.of(order));
        SummaryPage page = source.page(file, summarized, 0);
        terminal.out().print(page.text());
        terminal.out().flush();
        return ExitCode.DONE;
    }

    private SummaryOrder order() {
        try {
            return new SummaryOrder(targetTokens, focus);
        } catch (IllegalArgumentException e) {
            throw CommandProblem.usage(String.valueOf(e.getMessage()));
        }
    }
}
