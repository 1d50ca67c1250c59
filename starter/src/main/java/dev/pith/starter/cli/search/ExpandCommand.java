package dev.pith.starter.cli.search;

import dev.pith.activities.conversation.Summary;
import dev.pith.activities.search.Expander;
import dev.pith.activities.search.Expansion;
import dev.pith.activities.store.Database;
import dev.pith.starter.cli.command.CommandProblem;
import dev.pith.starter.cli.command.ExitCode;
import dev.pith.starter.cli.command.JsonLines;
import dev.pith.starter.cli.command.Output;
import dev.pith.starter.cli.command.PithCommand;
import dev.pith.starter.cli.command.Terminal;
import dev.pith.starter.engine.Engine;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Prints what a summary was made from. */
@Command(
        name = "expand",
        description = "Print what a summary was made from: earlier summaries, or the original messages.",
        sortOptions = false)
public final class ExpandCommand extends PithCommand {

    private static final int MOST_TOKENS = 1_000_000;

    @Parameters(index = "0", paramLabel = "SUMMARY", description = "The id of a summary or a unique beginning of it.")
    private String id = "";

    @Option(
            names = "--depth",
            paramLabel = "N",
            description = "How many levels of summaries are opened (default: ${DEFAULT-VALUE}).")
    private int depth = 1;

    @Option(
            names = "--budget",
            paramLabel = "TOKENS",
            description = "The most tokens that are printed (default: ${DEFAULT-VALUE}).")
    private int budget = 8_000;

    @Option(names = "--from", paramLabel = "SEQ", description = "Begin at this message.")
    private long from = 1;

    @Option(names = "--output", paramLabel = "FORMAT", description = "text or json (one object a piece).")
    private Output output = Output.TEXT;

    @Override
    protected ExitCode run(Terminal terminal) {
        atLeastOne("--depth", depth);
        atLeastOne("--from", from);
        if (budget < 1 || budget > MOST_TOKENS) {
            throw CommandProblem.usage("--budget is " + budget + ", must be 1 to " + MOST_TOKENS);
        }
        try (Engine engine = open(Engine.Needs.STORE, terminal)) {
            Summary summary = find(engine.database());
            Expansion expansion = Expander.expand(engine.database(), summary, depth, budget, from);
            if (output == Output.JSON) {
                ExpansionPrint.objects(expansion)
                        .forEach(object -> terminal.out().println(JsonLines.of(object)));
            } else {
                ExpansionPrint.text(expansion, terminal.out());
            }
            if (expansion.next() != null) {
                terminal.say("More: pith expand " + summary.id() + (depth == 1 ? "" : " --depth " + depth) + " --from "
                        + expansion.next());
            } else if (expansion.pieces().isEmpty()) {
                terminal.say("Nothing from message " + from + " on: the summary covers messages " + summary.fromSeq()
                        + " to " + summary.toSeq());
            }
            terminal.out().flush();
        }
        return ExitCode.DONE;
    }

    private static void atLeastOne(String option, long value) {
        if (value < 1) {
            throw CommandProblem.usage(option + " is " + value + ", must be at least 1");
        }
    }

    private Summary find(Database database) {
        List<Summary> found = SummaryLookup.matching(database, id);
        if (found.isEmpty()) {
            throw CommandProblem.usage(
                    "no summary \"" + id + "\": pith show CONVERSATION lists them, pith search names them");
        }
        if (found.size() > 1) {
            throw CommandProblem.usage("\"" + id + "\" is the beginning of several summaries: type more of the id");
        }
        return found.get(0);
    }
}
