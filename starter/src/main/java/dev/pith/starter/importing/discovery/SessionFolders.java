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
 * What was found where programs keep their sessions.
 *
 * @param found the folders with sessions, program by program
 * @param places every folder that was looked for
 * @param notes what is left out and why, one sentence each
 */
public record SessionFolders(List<SessionFolder> found, List<Path> places, List<String> notes) {

    public SessionFolders {
        found = List.copyOf(found);
        places = List.copyOf(places);
        notes = List.copyOf(notes);
    }

    /**
     * Looks for them.
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
        }
        if (Files.exists(places.opencodeDatabase())) {
            notes.add(places.opencodeDatabase()
                    + " holds sessions of opencode and is left out; to take one: opencode export ID | pith import -");
        }
        return new SessionFolders(found, looked, notes);
    }

    /** Links to one folder lead to it once. */
    private static Path real(Path place) {
        try {
            return place.toRealPath();
        } catch (IOException e) {
            // It is not there, or the walk tells why it cannot be read.
            return place;
        }
    }
}
