package dev.pith.starter.cli.conversation;

import dev.pith.activities.context.ContextFormat;
import dev.pith.activities.context.ContextReading;
import dev.pith.starter.cli.command.CommandProblem;
import dev.pith.starter.cli.command.ExitCode;
import dev.pith.starter.cli.command.PithCommand;
import dev.pith.starter.cli.command.Terminal;
import dev.pith.starter.engine.Engine;
import dev.pith.starter.wording.Numbers;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Prints the current context of a conversation. */
@Command(name = "context", description = "Print the context: what a model would get now.", sortOptions = false)
public final class ContextCommand extends PithCommand {

    @Mixin
    private ConversationLookup.One target = new ConversationLookup.One();

    @Option(names = "--format", paramLabel = "FORMAT", description = "text, openai, anthropic or json.")
    private ContextFormat format = ContextFormat.TEXT;

    @Option(
            names = "--budget",
            paramLabel = "TOKENS",
            description = "Leave out what is oldest above this: older summaries, then older messages. The newest"
                    + " summary and the last request stay.")
    private @Nullable Integer budget;

    @Override
    protected ExitCode run(Terminal terminal) {
        if (budget != null && budget < 1) {
            throw CommandProblem.usage("--budget is " + budget + ", must be at least 1");
        }
        try (Engine engine = open(Engine.Needs.STORE, terminal)) {
            print(ContextReading.of(engine.database(), target.in(engine.database()), budget), format, terminal);
        }
        return ExitCode.DONE;
    }

    static void print(ContextReading context, ContextFormat format, Terminal terminal) {
        try {
            format.write(context, terminal.out());
        } catch (IOException e) {
            throw new CommandProblem(ExitCode.FAILED, "the context could not be written: " + e.getMessage());
        }
        terminal.out().flush();
        warnOfLeftOut(context, terminal);
    }

    /** Warns if the budget excluded messages. */
    static void warnOfLeftOut(ContextReading context, Terminal terminal) {
        if (context.leftOut() > 0 || context.summariesLeftOut() > 0) {
            List<String> what = new ArrayList<>();
            if (context.summariesLeftOut() > 0) {
                what.add(Numbers.of(context.summariesLeftOut(), "older summary", "older summaries"));
            }
            if (context.leftOut() > 0) {
                what.add(Numbers.of(context.leftOut(), "older message"));
            }
            terminal.warn("left out " + String.join(" and ", what) + " for the budget: pith compact "
                    + context.conversation().id() + " makes room");
        }
    }
}
