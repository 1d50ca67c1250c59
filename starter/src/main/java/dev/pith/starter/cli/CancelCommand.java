package dev.pith.starter.cli;

import dev.pith.activities.conversation.Conversation;
import dev.pith.activities.store.Compaction;
import dev.pith.starter.engine.Engine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Cancels a running compaction; the context stays as it was. */
@Command(
        name = "cancel",
        description = "Cancel a conversation's running compaction; its context stays as it was.",
        sortOptions = false)
final class CancelCommand extends PithCommand {

    @Mixin
    private ConversationLookup.One target = new ConversationLookup.One();

    @Override
    ExitCode run(Terminal terminal) {
        // A canceled workflow records that itself, so a worker is needed to see it through.
        try (Engine engine = open(Engine.Needs.WORKER, terminal)) {
            Conversation conversation = target.in(engine.database());
            String running = engine.compactions()
                    .cancel(conversation.id())
                    .orElseThrow(() -> new CommandProblem(
                            ExitCode.FAILED,
                            "no compaction of " + conversation.id() + " is running: nothing to cancel"));
            Compaction ended = new Following(engine.compactions(), new ProgressView(terminal))
                    .untilEnd(conversation.id(), running);
            boolean canceled = "CANCELED".equals(ended.outcome());
            terminal.out()
                    .println(
                            canceled
                                    ? "Canceled: the context of " + conversation.id() + " is as it was"
                                    : "Too late to cancel, it ended as " + ended.outcome() + ": pith undo "
                                            + conversation.id());
            terminal.out().flush();
            return canceled ? ExitCode.DONE : ExitCode.FAILED;
        }
    }
}
