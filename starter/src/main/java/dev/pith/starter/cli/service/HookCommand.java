package dev.pith.starter.cli.service;

import dev.pith.starter.cli.command.CommandProblem;
import dev.pith.starter.cli.command.ExitCode;
import dev.pith.starter.cli.command.PithCommand;
import dev.pith.starter.cli.command.Terminal;
import dev.pith.starter.hook.CompactionHook;
import dev.pith.starter.hook.Patience;
import dev.pith.starter.importing.NotAConversationException;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Answers a hook of another program, and installs or uninstalls itself in that program's settings. */
@Command(
        name = "hook",
        description = "Called by Claude Code after it compacted a session: print what the agent should still know.",
        sortOptions = false)
public final class HookCommand extends PithCommand {

    /** Time limit of the hook, because Claude Code waits for it. */
    private static final Duration MOST = Duration.ofSeconds(8);

    @Parameters(
            paramLabel = "claude-code",
            description = "Whose hook: reads the hook's JSON from standard input; never fails, never needs a server.")
    private String program = "";

    @Option(names = "--install", description = "Add the hook to Claude Code's settings, after showing the change.")
    private boolean install;

    @Option(names = "--uninstall", description = "Remove it from there.")
    private boolean uninstall;

    @Option(
            names = "--settings",
            paramLabel = "FILE",
            description = "The settings to change (default: settings.json in CLAUDE_CONFIG_DIR, else in ~/.claude).")
    private @Nullable Path settings;

    @Option(names = "--yes", description = "Change them without asking.")
    private boolean yes;

    @Override
    protected ExitCode run(Terminal terminal) {
        if (!program.equals("claude-code")) {
            throw CommandProblem.usage("no hook for \"" + program + "\": only claude-code has one");
        }
        if (!install && !uninstall) {
            answer(terminal);
            return ExitCode.DONE;
        }
        if (install && uninstall) {
            throw CommandProblem.usage("--install and --uninstall exclude each other");
        }
        HookInstallation installation = new HookInstallation(settings, terminal, yes);
        return install ? installation.install() : installation.uninstall();
    }

    /** Answers the hook. An error must not disturb the session, which continues without the notes. */
    private static void answer(Terminal terminal) {
        Patience patience = new Patience(MOST);
        try {
            terminal.out().print(new CompactionHook().answer(System.in, why -> tell(terminal, why)));
            terminal.out().flush();
        } catch (Exception | StackOverflowError | OutOfMemoryError e) {
            tell(terminal, e instanceof IOException || e instanceof NotAConversationException ? firstLine(e) : "" + e);
        } finally {
            patience.end();
        }
    }

    /** Prints why there is no answer. Only with {@code --verbose}, because Claude Code shows a hook's output. */
    private static void tell(Terminal terminal, String why) {
        if (terminal.verbose()) {
            terminal.warn("hook: " + why);
        }
    }

    /** Returns the first line of the message. Jackson quotes the unreadable input on the lines after it. */
    private static String firstLine(Throwable thrown) {
        return String.valueOf(thrown.getMessage()).lines().findFirst().orElse("");
    }
}
