package dev.pith.starter.cli.conversation;

import dev.pith.activities.context.ContextReading;
import dev.pith.activities.context.export.Handover;
import dev.pith.activities.context.export.SessionFormat;
import dev.pith.starter.cli.command.CommandProblem;
import dev.pith.starter.cli.command.ExitCode;
import dev.pith.starter.cli.command.PithCommand;
import dev.pith.starter.cli.command.Terminal;
import dev.pith.starter.engine.Engine;
import dev.pith.starter.filter.WholeFile;
import dev.pith.starter.wording.Numbers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Writes the current context of a conversation as a session file of another tool. */
@Command(
        name = "export",
        description = "Hand a conversation over to another tool: its context as a session that the tool resumes.",
        sortOptions = false,
        footer = {
            "",
            "Where each tool finds it, and what resumes it:",
            "  claude-code  ~/.claude/projects/PROJECT/SESSION.jsonl",
            "               claude --resume SESSION",
            "  codex        ~/.codex/sessions/YYYY/MM/DD/rollout-TIME-SESSION.jsonl",
            "               codex resume SESSION",
            "  opencode     opencode import FILE, then opencode --session SESSION",
            "  pi           pi --session FILE",
            "  txcript      txcript continue FILE --with TOOL",
            "The command prints the place and the line for the session that it wrote."
        })
public final class ExportCommand extends PithCommand {

    @Mixin
    private ConversationLookup.One target = new ConversationLookup.One();

    @Option(
            names = "--format",
            required = true,
            paramLabel = "FORMAT",
            description = "claude-code, codex, opencode, pi or txcript.")
    private @Nullable SessionFormat format;

    @Option(
            names = {"-o", "--out"},
            paramLabel = "FILE",
            description = "Write to this file, or into this directory under the name that the tool expects"
                    + " (default: standard output).")
    private @Nullable Path file;

    @Option(names = "--force", description = "Replace the file if it exists.")
    private boolean force;

    @Option(
            names = "--budget",
            paramLabel = "TOKENS",
            description = "Leave out what is oldest above this: older summaries, then older messages. The newest"
                    + " summary and the last request stay.")
    private @Nullable Integer budget;

    @Option(
            names = "--instructions",
            description = "Put the conversation's own system messages behind the summary; without this they are left"
                    + " out, since the tool has its own.")
    private boolean instructions;

    @Override
    protected ExitCode run(Terminal terminal) {
        SessionFormat to = Objects.requireNonNull(format, "picocli requires the format");
        if (budget != null && budget < 1) {
            throw CommandProblem.usage("--budget is " + budget + ", must be at least 1");
        }
        try (Engine engine = open(Engine.Needs.STORE, terminal)) {
            ContextReading context = ContextReading.of(engine.database(), target.in(engine.database()), budget);
            Handover handover = Handover.of(context, Path.of(""), instructions);
            Path place = place(to, handover);
            long messages = write(handover, to, place, terminal);
            tell(handover, to, place, messages, terminal);
        }
        return ExitCode.DONE;
    }

    /** Returns the file to write; null for standard output. */
    private @Nullable Path place(SessionFormat to, Handover handover) {
        if (file == null) {
            return null;
        }
        if (file.toString().isBlank()) {
            throw CommandProblem.usage("-o is empty: name a file or a directory");
        }
        Path place = (Files.isDirectory(file) ? file.resolve(to.fileName(handover)) : file).toAbsolutePath();
        if (Files.isRegularFile(place) && !force) {
            throw CommandProblem.usage(place + " exists and is not replaced: name another file, or add --force");
        }
        return place;
    }

    private static long write(Handover handover, SessionFormat to, @Nullable Path place, Terminal terminal) {
        AtomicLong messages = new AtomicLong();
        try {
            if (place == null) {
                messages.set(handover.write(to, terminal.out()));
                terminal.out().flush();
            } else {
                WholeFile.write(place, out -> messages.set(handover.write(to, out)));
            }
        } catch (IOException e) {
            throw new CommandProblem(ExitCode.FAILED, "the session could not be written: " + e.getMessage());
        }
        return messages.get();
    }

    private void tell(Handover handover, SessionFormat to, @Nullable Path place, long messages, Terminal terminal) {
        ContextReading context = handover.context();
        String name = place == null ? "FILE" : place.toString();
        int summaries = context.summaries().size();
        terminal.say((place == null ? "" : "Wrote " + place + ": ")
                + (summaries == 0 ? "no summary" : Numbers.of(summaries, "summary", "summaries"))
                + " and " + Numbers.of(messages, "message") + " as a session of " + to);
        terminal.say("To resume: " + to.resumption(handover, name));
        ContextCommand.warnOfLeftOut(context, terminal);
        if (!instructions && !context.system().isEmpty()) {
            terminal.say("Left out " + Numbers.of(context.system().size(), "system message")
                    + " of the conversation: --instructions takes them along");
        }
    }
}
