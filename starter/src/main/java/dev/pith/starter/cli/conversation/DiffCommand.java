package dev.pith.starter.cli.conversation;

import dev.pith.activities.conversation.ContextVersion;
import dev.pith.activities.conversation.Conversation;
import dev.pith.activities.store.ContextVersions;
import dev.pith.starter.cli.command.CommandProblem;
import dev.pith.starter.cli.command.ExitCode;
import dev.pith.starter.cli.command.JsonLines;
import dev.pith.starter.cli.command.Output;
import dev.pith.starter.cli.command.PithCommand;
import dev.pith.starter.cli.command.Terminal;
import dev.pith.starter.engine.Engine;
import dev.pith.starter.overview.VersionDiff;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Prints what changed between two context versions of a conversation. */
@Command(
        name = "diff",
        description = "Show what changed between two versions of a context: summaries, messages, tokens and text.",
        sortOptions = false)
public final class DiffCommand extends PithCommand {

    @Mixin
    private ConversationLookup.One target = new ConversationLookup.One();

    @Parameters(
            index = "1",
            arity = "0..1",
            paramLabel = "V1",
            description = "A version, as pith show numbers them (default: the one before V2).")
    private @Nullable Integer first;

    @Parameters(index = "2", arity = "0..1", paramLabel = "V2", description = "Another one (default: the current one).")
    private @Nullable Integer second;

    @Option(names = "--output", paramLabel = "FORMAT", description = "text or json.")
    private Output output = Output.TEXT;

    @Override
    protected ExitCode run(Terminal terminal) {
        try (Engine engine = open(Engine.Needs.STORE, terminal)) {
            Conversation conversation = target.in(engine.database());
            List<ContextVersion> all =
                    engine.database().table(ContextVersions.class).all(conversation.id());
            int to = second == null ? conversation.contextVersion() : second;
            if (first == null && all.size() < 2) {
                throw CommandProblem.usage("conversation " + conversation.id()
                        + " has one version, and nothing to compare it with: pith compact " + conversation.id()
                        + " makes the next one");
            }
            VersionDiff diff = VersionDiff.of(
                    engine.database(), conversation, at(first == null ? to - 1 : first, all), at(to, all));
            if (output == Output.JSON) {
                terminal.out().println(JsonLines.of(VersionDiffPrint.object(conversation, diff)));
            } else {
                VersionDiffPrint.text(conversation, diff, terminal.out());
            }
            terminal.out().flush();
        }
        return ExitCode.DONE;
    }

    private static ContextVersion at(int version, List<ContextVersion> all) {
        return all.stream()
                .filter(each -> each.version() == version)
                .findFirst()
                .orElseThrow(() -> CommandProblem.usage("no version " + version + ": conversation "
                        + all.get(0).conversation() + " has the versions "
                        + all.get(0).version() + " to "
                        + all.get(all.size() - 1).version() + " (pith show lists them)"));
    }
}
