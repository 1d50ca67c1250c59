package dev.pith.starter.importing;

import java.nio.file.Path;
import java.util.List;

/**
 * The contents of a folder.
 *
 * @param sessions files with conversations, ordered by path
 * @param refused all other files
 * @param copies packed copies of sessions, which are read from the plain files
 * @param unreadable files and folders that the system does not let this user read
 */
public record FolderListing(List<Path> sessions, List<Refused> refused, List<Path> copies, List<Refused> unreadable) {

    /**
     * A file that holds no conversation, or a folder that cannot be read.
     *
     * @param why the reason, in one line
     * @param foreign whether the file is intact but belongs to another program
     */
    public record Refused(Path file, String why, boolean foreign) {}

    public FolderListing {
        sessions = List.copyOf(sessions);
        refused = List.copyOf(refused);
        copies = List.copyOf(copies);
        unreadable = List.copyOf(unreadable);
    }
}
