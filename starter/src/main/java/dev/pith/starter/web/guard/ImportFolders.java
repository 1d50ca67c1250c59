package dev.pith.starter.web.guard;

import dev.pith.starter.config.Setting;
import dev.pith.starter.config.Settings;
import dev.pith.starter.web.problem.Problem;
import dev.pith.starter.web.problem.ProblemKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;

/**
 * The folders whose session files requests may import, with what is below them. Any text file can be read as a
 * conversation, so without this rule a request could read every file of the server's user.
 */
public record ImportFolders(List<Path> folders) {

    public ImportFolders {
        folders = List.copyOf(folders);
    }

    /** Returns the folders of the setting {@code web_folders}. */
    public static ImportFolders of(Settings settings) {
        return new ImportFolders(settings.globs(Setting.WEB_FOLDERS).stream()
                .map(named -> settings.home().resolve(named).normalize())
                .toList());
    }

    /** Returns the folders that exist. */
    public List<Path> present() {
        return folders.stream().filter(Files::isDirectory).toList();
    }

    /** Returns the real paths of named ones, links resolved. Fails if one is elsewhere, whether it exists or not. */
    public List<Path> require(List<String> named) {
        if (!named.isEmpty() && folders.isEmpty()) {
            throw Problem.of(
                    ProblemKind.FORBIDDEN,
                    "this server imports no files over the API: name their folder in its setting web_folders, or leave"
                            + " paths out for what is stored");
        }
        return named.stream().map(this::require).toList();
    }

    private Path require(String named) {
        Path path = path(named);
        // Looked up only where it may be: the answer does not tell whether a file elsewhere exists.
        if (folders.stream().noneMatch(path::startsWith)) {
            throw elsewhere(named);
        }
        Path real;
        try {
            real = path.toRealPath();
        } catch (IOException e) {
            throw Problem.because(ProblemKind.INVALID, "there is no file or folder \"" + named + "\" to read", e);
        }
        if (!holds(real)) {
            throw elsewhere(named);
        }
        return real;
    }

    /** Returns whether a file, links resolved, is in one of the folders. */
    public boolean holds(Path file) {
        try {
            Path real = file.toRealPath();
            for (Path folder : folders) {
                if (real.startsWith(folder.toRealPath())) {
                    return true;
                }
            }
            return false;
        } catch (IOException e) {
            return false;
        }
    }

    private static Path path(String named) {
        try {
            Path path = Path.of(named);
            if (path.isAbsolute()) {
                return path.normalize();
            }
        } catch (InvalidPathException e) {
            // The message below says what is expected.
        }
        throw Problem.of(ProblemKind.INVALID, "the path \"" + named + "\" must be absolute, on the server's machine");
    }

    private static Problem elsewhere(String named) {
        return Problem.of(
                ProblemKind.FORBIDDEN,
                "the path \"" + named + "\" is in no folder that requests may import from: add it to the server's"
                        + " setting web_folders");
    }
}
