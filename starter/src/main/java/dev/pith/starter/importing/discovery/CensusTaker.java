package dev.pith.starter.importing.discovery;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * Counts the sessions of all programs and compares them with the store. Most are known by their paths; of the others, a
 * limited number is opened, so that ten thousand files take a second.
 */
public final class CensusTaker {

    private final SessionFolders folders;
    private final SessionPlaces places;
    private final Function<String, Set<String>> storedIds;

    /**
     * Creates a taker for the folders that were found.
     *
     * @param userHome the user's home directory
     * @param storedIds returns the ids of all stored sessions and subagents of a source
     */
    public CensusTaker(
            SessionFolders folders,
            Map<String, String> environment,
            Path userHome,
            Function<String, Set<String>> storedIds) {
        this.folders = folders;
        this.places = new SessionPlaces(environment, userHome);
        this.storedIds = storedIds;
    }

    /** Returns a census for each program, also for those of which nothing was found. */
    public List<SessionCensus> all() throws IOException {
        List<SessionCensus> all = new ArrayList<>();
        for (SessionProgram program : SessionProgram.values()) {
            ProgramCount count = new ProgramCount(program, storedIds.apply(program.source()));
            count.looked(places.of(program));
            count.looked(places.databases(program));
            for (SessionFolder folder : folders.found()) {
                if (folder.program() == program) {
                    count.found(folder.path());
                }
            }
            all.add(count.census());
        }
        return all;
    }
}
