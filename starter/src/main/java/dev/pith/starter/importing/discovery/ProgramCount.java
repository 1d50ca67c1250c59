package dev.pith.starter.importing.discovery;

import dev.pith.starter.importing.NotAConversationException;
import dev.pith.starter.importing.SourceReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Counts the sessions of one program. */
final class ProgramCount {

    /** The number of files that are opened. */
    static final int MOST_OPENED = 100;

    private final SessionProgram program;
    private final StoredSessions known;
    private final Set<Path> places = new LinkedHashSet<>();
    private final List<Path> unknown = new ArrayList<>();
    private final Map<String, Long> refused = new TreeMap<>();
    private long databases;
    private long copies;
    private long stored;
    private long missing;

    ProgramCount(SessionProgram program, Set<String> storedIds) {
        this.program = program;
        this.known = new StoredSessions(program, storedIds);
    }

    void looked(List<Path> at) {
        places.addAll(at);
    }

    /** Counts what is in a folder, or a database. */
    void found(Path place) throws IOException {
        places.add(place);
        if (Files.isRegularFile(place)) {
            databases++;
            return;
        }
        SessionWalk walk = SessionWalk.through(program, place);
        copies += walk.copies();
        for (Path session : walk.sessions()) {
            if (known.hold(place, session)) {
                stored++;
            } else {
                unknown.add(session);
            }
        }
    }

    /** Opens files that are not known by their paths, and returns the result. */
    SessionCensus census() {
        List<Path> opened = unknown.subList(0, Math.min(MOST_OPENED, unknown.size()));
        opened.forEach(this::open);
        int unopened = unknown.size() - opened.size();
        return new SessionCensus(program, List.copyOf(places), databases, copies, stored, missing, refused, unopened);
    }

    private void open(Path session) {
        try {
            if (new SourceReader().peek(session).filter(known::hold).isPresent()) {
                stored++;
            } else {
                missing++;
            }
        } catch (NotAConversationException e) {
            int detail = e.found().indexOf(" (");
            refused.merge(detail < 0 ? e.found() : e.found().substring(0, detail), 1L, Long::sum);
        } catch (IOException e) {
            refused.merge("a file that cannot be read", 1L, Long::sum);
        }
    }
}
