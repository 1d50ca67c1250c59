package dev.pith.starter.cli.service;

import dev.pith.starter.cli.command.ExitCode;
import dev.pith.starter.cli.command.PithCommand;
import dev.pith.starter.cli.command.Terminal;
import dev.pith.starter.runtime.EmbeddedStack;
import dev.pith.starter.runtime.Home;
import java.util.List;
import picocli.CommandLine.Command;

/** Stops the home's servers. */
@Command(
        name = "stop",
        description = "Stop the home's servers, where a killed command left them running.",
        sortOptions = false)
public final class StopCommand extends PithCommand {

    @Override
    protected ExitCode run(Terminal terminal) {
        List<String> stopped = EmbeddedStack.stop(new Home(settings().home()));
        terminal.out()
                .println(stopped.isEmpty() ? "No server was running" : "Stopped " + String.join(" and ", stopped));
        terminal.out().flush();
        return ExitCode.DONE;
    }
}
