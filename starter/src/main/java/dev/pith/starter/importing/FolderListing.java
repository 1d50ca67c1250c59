package dev.pith.starter.importing;

import java.nio.file.Path;
import java.util.List;

/**
 * What a folder holds.
 *
 * @param sessions files with conversations, in the order of their paths
 * @param refused for every other file, one line that says why
 */
public record FolderListing(List<Path> sessions, List<String> refused) {

    public FolderListing {
        sessions = List.copyOf(sessions);
        refused = List.copyOf(refused);
    }
}
