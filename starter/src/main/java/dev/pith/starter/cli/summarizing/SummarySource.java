package dev.pith.starter.cli.summarizing;

import dev.pith.starter.cli.command.CommandProblem;
import dev.pith.starter.cli.command.ExitCode;
import dev.pith.starter.cli.command.Terminal;
import dev.pith.starter.cli.conversation.Intake;
import dev.pith.starter.filter.FileSummarizer;
import dev.pith.starter.filter.FileSummarizer.Summarized;
import dev.pith.starter.filter.SummaryOrder;
import dev.pith.starter.filter.SummaryPage;
import dev.pith.starter.importing.NotAConversationException;
import dev.pith.starter.importing.reading.ImportSummary;
import dev.pith.starter.wording.Numbers;
import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/** Summarizes a source that a user named, and reports its problems. Thread-safe. */
final class SummarySource {

    private final FileSummarizer summarizer;
    private final Terminal terminal;

    SummarySource(FileSummarizer summarizer, Terminal terminal) {
        this.summarizer = summarizer;
        this.terminal = terminal;
    }

    /** Reads the source once for all orders. A source that cannot be read is a usage problem that names it. */
    Summarized read(String named, List<SummaryOrder> orders) {
        try {
            Summarized summarized = named.equals(Intake.STANDARD_INPUT)
                    ? summarizer.summarize(System.in, "standard input", orders)
                    : summarizer.summarize(Path.of(named), orders);
            tell(summarized.source());
            return summarized;
        } catch (NotAConversationException e) {
            throw CommandProblem.usage(String.valueOf(e.getMessage()));
        } catch (InvalidPathException e) {
            throw CommandProblem.usage(named + " cannot be read: " + e.getMessage());
        } catch (IOException e) {
            throw CommandProblem.unreadable(named, e);
        }
    }

    /** Returns the page of one order. Fails if it is empty. */
    SummaryPage page(String named, Summarized summarized, int order) {
        SummaryPage page = summarized.pages().get(order);
        if (page.text().isEmpty()) {
            throw new CommandProblem(
                    ExitCode.FAILED, named + ": nobody says anything in it that a summary of this size could keep");
        }
        page.withoutWords().forEach(name -> terminal.say("Left out " + name + ": nothing to summarize"));
        return page;
    }

    private void tell(ImportSummary source) {
        if (source.damaged() > 0) {
            String lines = source.damagedLines().stream().map(String::valueOf).collect(Collectors.joining(", "));
            terminal.warn(source.name() + ": skipped " + Numbers.of(source.damaged(), "damaged line") + " (" + lines
                    + (source.damaged() > source.damagedLines().size() ? ", …" : "") + ")");
        }
        source.notes().forEach(note -> terminal.say(source.name() + ": " + note));
    }
}
