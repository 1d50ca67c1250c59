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
import dev.pith.starter.requesting.AbsentModel;
import dev.pith.starter.wording.Numbers;
import dev.pith.workflows.compaction.CompactionRequest;
import dev.pith.workflows.compaction.Outcome;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Follows a running compaction to its end. This process runs the work if no other worker does. */
@Command(
        name = "watch",
        description = "Follow a conversation's running compaction to its end, and help with it.",
        sortOptions = false)
public final class WatchCommand extends PithCommand {

    @Mixin
    private ConversationLookup.One target = new ConversationLookup.One();

    @Option(names = "--output", paramLabel = "FORMAT", description = "text or json.")
    private Output output = Output.TEXT;

    @Override
    protected ExitCode run(Terminal terminal) {
        try (Engine engine = openUnwarned(Engine.Needs.WORKER, terminal)) {
            Conversation conversation = target.in(engine.database());
            List<Compaction> present =
                    engine.database().table(Compactions.class).present(conversation.id());
            if (present.isEmpty() && output == Output.JSON) {
                terminal.out().println(JsonLines.of(new CompactionState(engine).never(conversation)));
                terminal.out().flush();
            }
            Compaction newest = present.stream()
                    .filter(Compaction::running)
                    .findFirst()
                    .or(() -> present.stream().findFirst())
                    .orElseThrow(() -> CommandProblem.usage("conversation " + conversation.id()
                            + " was never compacted: pith compact " + conversation.id() + " does it"));
            if (newest.running()) {
                engine.elsewhere().requireHere(newest);
                engine.requireServer("conversation " + conversation.id()
                        + " is being compacted by another command, and only that one can show it");
                ProgressView view = new ProgressView(terminal);
                CompactionRequest request = engine.compactions().request(newest);
                AbsentModel absent = new AbsentModel(engine, settings());
                newest = Detaching.during(
                        engine,
                        conversation,
                        view,
                        terminal,
                        () -> new Following(engine.compactions(), view, waiting -> missing(absent, waiting))
                                .untilEnd(request));
            }
            Outcome outcome = newest.ending();
            terminal.out()
                    .println(
                            output == Output.JSON
                                    ? JsonLines.of(new CompactionState(engine).of(newest, Optional.empty()))
                                    : CompactionReport.words(newest, outcome) + ": " + conversation.id() + ", "
                                            + Numbers.count(newest.tokensBefore()) + " → "
                                            + Numbers.count(
                                                    newest.tokensAfter() == null
                                                            ? newest.tokensBefore()
                                                            : newest.tokensAfter())
                                            + " tokens" + (newest.error() == null ? "" : ": " + newest.error()));
            terminal.out().flush();
            return ExitCode.of(outcome);
        }
    }

    private static Optional<String> missing(AbsentModel absent, CompactionRequest request) {
        String id = request.conversation();
        return absent.isTime()
                ? absent.words(request.spec().model())
                        .map(words -> "the compaction of " + id + " waits for " + words + ", or cancel it (pith cancel "
                                + id + ") and choose another: pith compact " + id + " --model NAME")
                : Optional.empty();
    }
}
