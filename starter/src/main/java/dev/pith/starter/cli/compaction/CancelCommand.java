package dev.pith.starter.cli.compaction;

import dev.pith.activities.conversation.Conversation;
import dev.pith.activities.store.Compaction;
import dev.pith.activities.store.Compactions;
import dev.pith.starter.cli.command.CommandProblem;
import dev.pith.starter.cli.command.ExitCode;
import dev.pith.starter.cli.command.JsonLines;
import dev.pith.starter.cli.command.Output;
import dev.pith.starter.cli.command.PithCommand;
import dev.pith.starter.cli.command.Terminal;
import dev.pith.starter.cli.conversation.ConversationLookup;
import dev.pith.starter.engine.Engine;
import dev.pith.workflows.Strategy;
import dev.pith.workflows.compaction.Outcome;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Cancels the running compaction and gist of a conversation. Context and gist stay unchanged. */
@Command(
        name = "cancel",
        description = "Cancel a conversation's running compaction or gist; its context stays as it was.",
        sortOptions = false)
public final class CancelCommand extends PithCommand {

    @Mixin
    private ConversationLookup.One target = new ConversationLookup.One();

    @Option(names = "--output", paramLabel = "FORMAT", description = "text or json.")
    private Output output = Output.TEXT;

    @Override
    protected ExitCode run(Terminal terminal) {
        // The workflow records its cancellation itself, so it needs a worker to complete.
        try (Engine engine = openUnwarned(Engine.Needs.WORKER, terminal)) {
            Conversation conversation = target.in(engine.database());
            Map<Strategy, String> running = new EnumMap<>(Strategy.class);
            for (Strategy strategy : Strategy.WORKFLOWS) {
                engine.compactions().cancel(conversation.id(), strategy).ifPresent(id -> running.put(strategy, id));
            }
            if (running.isEmpty() && endElsewhere(engine, conversation.id(), terminal)) {
                return ExitCode.DONE;
            }
            if (running.isEmpty()) {
                requireReachable(engine, conversation.id());
                String why = "no compaction of " + conversation.id() + " is running: nothing to cancel";
                if (output == Output.JSON) {
                    CompactionState state = new CompactionState(engine);
                    terminal.out().println(JsonLines.of(state.nothing(conversation, "nothing to cancel", why)));
                    terminal.out().flush();
                }
                throw new CommandProblem(ExitCode.FAILED, why);
            }
            Following following = new Following(engine.compactions(), new ProgressView(terminal));
            boolean all = true;
            for (Map.Entry<Strategy, String> one : running.entrySet()) {
                Compaction ended = following.untilEnd(conversation.id(), one.getKey(), one.getValue());
                terminal.out().println(output == Output.JSON ? object(engine, ended) : words(ended, one.getKey()));
                all &= isCanceled(ended);
            }
            terminal.out().flush();
            return all ? ExitCode.DONE : ExitCode.FAILED;
        }
    }

    /**
     * Ends, in the store, compactions that belong to another or a lost Temporal server. Returns whether there were any.
     */
    private boolean endElsewhere(Engine engine, String conversation, Terminal terminal) {
        boolean any = false;
        for (Compaction each : engine.database().table(Compactions.class).present(conversation)) {
            Optional<String> told = engine.elsewhere().of(each);
            if (told.isPresent()) {
                engine.elsewhere().end(each, told.get());
                Compaction ended = engine.database()
                        .table(Compactions.class)
                        .find(each.id())
                        .orElse(each);
                terminal.out()
                        .println(
                                output == Output.JSON
                                        ? object(engine, ended)
                                        : "Canceled: the context and the gist of " + conversation
                                                + " stay as they are; " + told.get() + " was not told");
                any = true;
            }
        }
        terminal.out().flush();
        return any;
    }

    /** Fails if the store has a running compaction that Temporal does not know: another process runs it. */
    private static void requireReachable(Engine engine, String conversation) {
        if (engine.database().table(Compactions.class).isRunning(conversation)) {
            engine.requireServer("conversation " + conversation
                    + " is being compacted by another command, and only Ctrl-C there can cancel it");
        }
    }

    private static String object(Engine engine, Compaction ended) {
        return JsonLines.of(new CompactionState(engine).of(ended, Optional.empty()));
    }

    private static String words(Compaction ended, Strategy strategy) {
        String id = ended.conversation();
        if (isCanceled(ended)) {
            return "Canceled: the " + (strategy == Strategy.GIST ? "gist" : "context") + " of " + id + " is as it was";
        }
        return "Too late to cancel, it ended as " + ended.outcome()
                + (strategy == Strategy.GIST ? "" : ": pith undo " + id);
    }

    private static boolean isCanceled(Compaction ended) {
        return ended.outcome() == Outcome.CANCELED;
    }
}
