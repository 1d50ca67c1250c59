package dev.pith.starter.cli.compaction;

import dev.pith.activities.compaction.PreviewApplier;
import dev.pith.activities.conversation.Conversation;
import dev.pith.activities.store.Compaction;
import dev.pith.activities.store.Compactions;
import dev.pith.activities.store.Database;
import dev.pith.starter.cli.command.CommandProblem;
import dev.pith.starter.cli.command.ExitCode;
import dev.pith.starter.cli.command.PithCommand;
import dev.pith.starter.cli.command.Terminal;
import dev.pith.starter.cli.conversation.ConversationLookup;
import dev.pith.starter.engine.Engine;
import dev.pith.starter.wording.Numbers;
import dev.pith.workflows.compaction.Outcome;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Applies the result of {@code compact --preview}. */
@Command(
        name = "apply",
        description = "Apply a previewed compaction: the text that was shown replaces the messages it summarizes.",
        sortOptions = false)
public final class ApplyCommand extends PithCommand {

    @Parameters(
            index = "0",
            paramLabel = "ID",
            description = "A compaction that was previewed, or a conversation, whose newest preview is meant.")
    private String id = "";

    @Override
    protected ExitCode run(Terminal terminal) {
        try (Engine engine = open(Engine.Needs.TEMPORAL, terminal)) {
            PreviewApplier.Applied applied = new PreviewApplier(engine.database()).apply(compaction(engine.database()));
            Compaction compaction = applied.compaction();
            Outcome outcome = compaction.ending();
            if (applied.before()) {
                terminal.out()
                        .println("Applied already: " + compaction.conversation() + " has it as version "
                                + compaction.toVersion());
            } else {
                engine.flushes().wake(compaction.conversation());
                terminal.out()
                        .println(CompactionReport.words(compaction, outcome) + ": " + compaction.conversation() + ", "
                                + Numbers.count(compaction.tokensBefore()) + " → "
                                + Numbers.count(Optional.ofNullable(compaction.tokensAfter())
                                        .orElse(compaction.tokensBefore()))
                                + " tokens"
                                + (compaction.toVersion() == null ? "" : ", version " + compaction.toVersion())
                                + (compaction.error() == null ? "" : ": " + compaction.error()));
                terminal.sayDim("  next: pith context " + compaction.conversation() + " · pith undo "
                        + compaction.conversation());
            }
            terminal.out().flush();
            return applied.before() ? ExitCode.DONE : ExitCode.of(outcome);
        }
    }

    private String compaction(Database database) {
        Compactions compactions = database.table(Compactions.class);
        if (compactions.find(id).isPresent()) {
            return id;
        }
        Conversation conversation = ConversationLookup.find(database, id);
        return compactions
                .newestPreview(conversation.id())
                .map(Compaction::id)
                .orElseThrow(() -> CommandProblem.usage("conversation " + conversation.id()
                        + " has no previewed compaction: pith compact --preview " + conversation.id() + " makes one"));
    }
}
