package dev.pith.starter.cli.importing;

import dev.pith.starter.cli.command.CommandProblem;
import dev.pith.starter.cli.command.ExitCode;
import dev.pith.starter.cli.command.JsonLines;
import dev.pith.starter.cli.command.Output;
import dev.pith.starter.cli.command.Terminal;
import dev.pith.starter.cli.conversation.Intake;
import dev.pith.starter.config.UserHome;
import dev.pith.starter.importing.discovery.SessionFolder;
import dev.pith.starter.importing.discovery.SessionFolders;
import dev.pith.starter.importing.reading.PackedNames;
import dev.pith.starter.wording.Numbers;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Finds and lists the session folders on this machine, and the sessions in them. */
final class Discovery {

    private final SessionFolders folders;
    private final Terminal terminal;

    private Discovery(SessionFolders folders, Terminal terminal) {
        this.folders = folders;
        this.terminal = terminal;
    }

    /** Searches for session folders and reports those it skips. */
    static Discovery of(Map<String, String> environment, Terminal terminal) {
        SessionFolders folders;
        try {
            folders = SessionFolders.find(environment, UserHome.of(environment));
        } catch (IOException e) {
            throw new CommandProblem(ExitCode.FAILED, "the session folders cannot be looked for: " + e);
        }
        folders.notes().forEach(terminal::warn);
        if (folders.found().isEmpty()) {
            terminal.say("No sessions were found. Looked in:");
            folders.places().forEach(place -> terminal.say("  " + place));
        }
        return new Discovery(folders, terminal);
    }

    /** Searches again, silently, and returns what is to be followed now. */
    static FollowedPaths again(Map<String, String> environment) {
        try {
            return followed(SessionFolders.find(environment, UserHome.of(environment)));
        } catch (IOException e) {
            throw new UncheckedIOException("the session folders cannot be looked for", e);
        }
    }

    private static FollowedPaths followed(SessionFolders folders) {
        return new FollowedPaths(
                folders.found().stream().map(SessionFolder::path).toList(),
                file -> folders.found().stream().anyMatch(folder -> folder.holds(file)));
    }

    boolean isEmpty() {
        return folders.found().isEmpty();
    }

    void list(Output output) {
        if (isEmpty()) {
            return;
        }
        if (output == Output.JSON) {
            folders.found().forEach(folder -> terminal.out().println(JsonLines.of(object(folder))));
        } else {
            line("PROGRAM", "FILES", "SIZE", "NEWEST", "FOLDER");
            folders.found()
                    .forEach(folder -> line(
                            folder.program().source(),
                            Numbers.count(folder.files()),
                            Numbers.size(folder.bytes()),
                            LocalDate.ofInstant(folder.newest(), ZoneId.systemDefault()),
                            folder.path()));
        }
        terminal.out().flush();
        terminal.say("Nothing was imported. To take them: pith import --discover --yes");
    }

    /** Returns the sessions in the folders. A folder without sessions does not fail the others. */
    List<String> sources(Intake intake) {
        List<String> sources = new ArrayList<>();
        for (SessionFolder folder : folders.found()) {
            try {
                intake.sources(folder.path().toString()).stream()
                        .filter(source -> folder.holds(Path.of(source)))
                        .forEach(sources::add);
            } catch (CommandProblem problem) {
                terminal.warn(String.valueOf(problem.getMessage()));
            }
        }
        Set<Path> copies =
                PackedNames.copies(sources.stream().map(Path::of).toList()).keySet();
        intake.packedCopies(copies);
        copies.forEach(copy -> sources.remove(copy.toString()));
        return sources;
    }

    private void line(Object... cells) {
        terminal.out().println(String.format(Locale.ROOT, "%-11s  %7s  %9s  %-10s  %s", cells));
    }

    private static Map<String, Object> object(SessionFolder folder) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("program", folder.program().source());
        object.put("folder", folder.path().toString());
        object.put("files", folder.files());
        object.put("bytes", folder.bytes());
        object.put("newest", folder.newest().truncatedTo(ChronoUnit.SECONDS).toString());
        return object;
    }
}
