package dev.pith.starter.importing;

import java.nio.file.Path;
import java.util.List;

/**
 * What a folder holds.
 *
 * @param sessions files with conversations, in the order of their paths
 * @param refused every other file
 */
public record FolderListing(List<Path> sessions, List<Refused> refused) {

    /**
     * A file that holds no conversation.
     *
     * @param why in one line
     * @param foreign whether nothing is wrong with it, but it is of another program
     */
    public record Refused(Path file, String why, boolean foreign) {}

    public FolderListing {
        sessions = List.copyOf(sessions);
        refused = List.copyOf(refused);
    }
}
