package dev.pith.starter.cli.importing;

import dev.pith.starter.cli.command.Failure;
import dev.pith.starter.cli.command.Terminal;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Tells each problem of followed files once: they are read again and again. Confined to one thread. */
final class FollowWarnings {

    private final Map<Path, String> told = new HashMap<>();
    private final Set<Path> sessions = new HashSet<>();
    private final Terminal terminal;
    private boolean away;

    FollowWarnings(Terminal terminal) {
        this.terminal = terminal;
    }

    /** Tells why a file is not imported, unless that was told of it before. */
    void tell(Path file, String words) {
        if (!words.equals(told.put(file, words))) {
            terminal.warn(words);
        }
    }

    /** Tells why a file of a folder is not imported, if it was before: most other files of folders are no sessions. */
    void refused(Path file, String words) {
        if (sessions.contains(file)) {
            tell(file, words);
        }
    }

    /** Notes that a file was imported, so that its next problem is told. */
    void imported(Path file) {
        sessions.add(file);
        told.remove(file);
        if (away) {
            away = false;
            terminal.warn("the store answers again");
        }
    }

    /** Tells that the store cannot be reached. */
    void away(Failure failure) {
        if (!away) {
            away = true;
            terminal.warn("waiting for the store: " + failure.words());
        }
    }
}
