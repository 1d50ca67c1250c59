package dev.pith.starter.cli.mcp;

import dev.pith.activities.search.SearchIndex;
import dev.pith.starter.cli.command.CommandProblem;
import dev.pith.starter.cli.command.ExitCode;
import dev.pith.starter.cli.command.PithCommand;
import dev.pith.starter.cli.command.Terminal;
import dev.pith.starter.cli.conversation.ProjectPaths;
import dev.pith.starter.config.UserHome;
import dev.pith.starter.engine.Engine;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Serves agents over standard input and output. */
@Command(
        name = "mcp",
        description =
                "Serve agents by the Model Context Protocol over standard input and output: search, expand, read.",
        sortOptions = false)
public final class McpCommand extends PithCommand {

    /** System property set by the launcher: its own path. */
    private static final String LAUNCHER = "pith.launcher";

    @Option(names = "--install", description = "Print how to add the server to Claude Code, Codex and opencode.")
    private boolean install;

    @Override
    protected ExitCode run(Terminal terminal) {
        if (install) {
            printInstallation(terminal);
            return ExitCode.DONE;
        }
        try (Engine engine = open(Engine.Needs.STORE, terminal);
                SearchIndex index = engine.searchIndex()) {
            Scope scope = new Scope(ProjectPaths.of(Path.of("").toAbsolutePath(), UserHome.of(System.getenv())));
            new StdioServer(settings().redaction())
                    .serve(Tools.of(engine.database(), index, scope), System.in, System.out);
            return ExitCode.DONE;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CommandProblem(ExitCode.CANCELED, "interrupted");
        }
    }

    private static void printInstallation(Terminal terminal) {
        String launcher = System.getProperty(LAUNCHER, "pith");
        terminal.out().println("Claude Code:  claude mcp add pith -- " + launcher + " mcp");
        terminal.out().println("Codex:        codex mcp add pith -- " + launcher + " mcp");
        terminal.out()
                .println("opencode:     in opencode.json: \"mcp\": {\"pith\": {\"type\": \"local\", \"command\": [\""
                        + launcher + "\", \"mcp\"]}}");
        terminal.out().flush();
    }
}
