package dev.pith.starter.cli.memory;

import dev.pith.activities.memory.Flush;
import dev.pith.activities.memory.Flushes;
import dev.pith.starter.cli.command.CommandProblem;
import dev.pith.starter.cli.command.ExitCode;
import dev.pith.starter.cli.command.JsonLines;
import dev.pith.starter.cli.command.Output;
import dev.pith.starter.cli.command.PithCommand;
import dev.pith.starter.cli.command.Terminal;
import dev.pith.starter.cli.conversation.ConversationLookup;
import dev.pith.starter.cli.model.ModelOptions;
import dev.pith.starter.config.Durations;
import dev.pith.starter.engine.Engine;
import dev.pith.starter.requesting.FlushRequests;
import dev.pith.starter.wording.Numbers;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Flushes a conversation, or waits for flushes that are under way. */
@Command(
        name = "flush",
        description = "Write the memories of a conversation now, or wait for the flushes that are under way.",
        sortOptions = false)
public final class FlushCommand extends PithCommand {

    @Parameters(
            arity = "0..1",
            paramLabel = "ID",
            description = "A conversation: everything in it that was not flushed yet is flushed.")
    private @Nullable String id;

    @Option(names = "--wait", description = "Flush nothing new; wait for what is under way and say what is left.")
    private boolean waits;

    @Option(
            names = "--timeout",
            paramLabel = "DURATION",
            description = "How long to wait, such as 30s or 5m (default: ${DEFAULT-VALUE}).")
    private String timeout = "5m";

    @Option(
            names = "--cancel",
            description = "With --wait: end what is still under way then; the next worker takes it up.")
    private boolean cancel;

    @Option(names = "--output", paramLabel = "FORMAT", description = "text or json (one object a flush).")
    private Output output = Output.TEXT;

    @Mixin
    private ModelOptions model = new ModelOptions();

    @Override
    protected ExitCode run(Terminal terminal) {
        if (id == null && !waits) {
            throw CommandProblem.usage("flush needs a conversation to flush, or --wait: pith list shows those stored");
        }
        if (cancel && !waits) {
            throw CommandProblem.usage("--cancel ends what --wait waits for: give both");
        }
        Duration limit = Durations.of(timeout)
                .orElseThrow(() -> CommandProblem.usage("--timeout is \"" + timeout + "\", " + Durations.RULE));
        try (Engine engine = open(Engine.Needs.WORKER, terminal)) {
            String conversation = id == null
                    ? null
                    : ConversationLookup.find(engine.database(), id).id();
            FlushModels models = new FlushModels(engine, settings());
            if (!waits) {
                model.requireWorker(engine, settings());
                new FlushRequests(engine, settings())
                        .request(
                                Objects.requireNonNull(conversation),
                                model.use(settings(), terminal),
                                terminal.patience());
            }
            List<Flush> left = new FlushWait(engine.database(), engine::interrupted, models::areAbsent)
                    .atMost(limit, conversation);
            models.words(left).forEach(terminal::warn);
            return report(engine, conversation, left, terminal);
        }
    }

    private ExitCode report(Engine engine, @Nullable String conversation, List<Flush> left, Terminal terminal) {
        MemoryFiles.catchUp(engine, terminal);
        List<Flush> shown = conversation == null || waits
                ? left
                : engine.database().table(Flushes.class).of(conversation);
        shown.forEach(flush -> terminal.out()
                .println(output == Output.JSON ? JsonLines.of(FlushReport.object(flush)) : FlushReport.line(flush)));
        terminal.out().flush();
        if (left.isEmpty()) {
            terminal.say(waits ? "No flush is left" : "Everything in " + conversation + " is flushed");
            return ExitCode.DONE;
        }
        if (cancel) {
            left.stream().map(Flush::conversation).distinct().forEach(engine.flushes()::cancel);
        }
        terminal.say(Numbers.of(left.size(), "flush", "flushes") + " left: "
                + (cancel
                        ? "ended here, the next worker that starts takes up what is saved"
                        : FlushReport.goesOn(engine)));
        return ExitCode.PARTLY;
    }
}
