package dev.pith.starter.importing.discovery;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The result of searching for sessions.
 *
 * @param found the folders with sessions, grouped by program
 * @param places every folder that was searched
 * @param notes what is left out and why, one sentence each
 */
public record SessionFolders(List<SessionFolder> found, List<Path> places, List<String> notes) {

    public SessionFolders {
        found = List.copyOf(found);
        places = List.copyOf(places);
        notes = List.copyOf(notes);
    }

    /**
     * Searches for session folders.
     *
     * @param userHome the user's home directory
     */
    public static SessionFolders find(Map<String, String> environment, Path userHome) throws IOException {
        SessionPlaces places = new SessionPlaces(environment, userHome);
        List<SessionFolder> found = new ArrayList<>();
        List<Path> looked = new ArrayList<>();
        List<String> notes = new ArrayList<>();
        Set<Path> walked = new HashSet<>();
        for (SessionProgram program : SessionProgram.values()) {
            for (Path place : places.of(program)) {
                looked.add(place);
                if (walked.add(real(place))) {
                    SessionWalk walk = SessionWalk.through(program, place);
                    walk.found().ifPresent(found::add);
                    notes.addAll(walk.notes());
                }
            }
            databases(program, places, found, looked);
        }
        return new SessionFolders(found, looked, notes);
    }

    private static void databases(
            SessionProgram program, SessionPlaces places, List<SessionFolder> found, List<Path> looked)
            throws IOException {
        for (Path database : places.databases(program)) {
            looked.add(database);
            if (Files.isRegularFile(database)) {
                found.add(SessionFolder.database(program, database));
            }
        }
    }

    /** Resolves links, so that a folder is searched only once. */
    private static Path real(Path place) {
        try {
            return place.toRealPath();
        } catch (IOException e) {
            // The folder does not exist, or the walk reports why it cannot be read.
            return place;
        }
    }
}
