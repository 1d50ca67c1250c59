package dev.pith.starter.backfill;

import dev.pith.activities.hashing.Sha256;
import dev.pith.starter.importing.FolderListing;
import dev.pith.starter.importing.FolderListing.Refused;
import dev.pith.starter.importing.NotAConversationException;
import dev.pith.starter.importing.SourceReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The files of a backfill.
 *
 * @param sessions to be imported, in the order that they were given and found in
 * @param broken session files by their name that hold no conversation
 * @param others how many files hold none and do not look as if they should
 */
public record SessionFiles(List<Path> sessions, List<Refused> broken, int others) {

    private static final String SESSION = ".jsonl";

    public SessionFiles {
        sessions = List.copyOf(sessions);
        broken = List.copyOf(broken);
    }

    /**
     * Those given, and those in the folders given.
     *
     * @param glob what their path must match, as it was given, below the folder, or its last part; null for anything
     * @throws NotAConversationException where a folder holds none
     */
    public static SessionFiles of(List<Path> paths, @Nullable String glob)
            throws IOException, NotAConversationException {
        List<Path> sessions = new ArrayList<>();
        List<Refused> broken = new ArrayList<>();
        int others = 0;
        for (Path path : paths) {
            if (!Files.isDirectory(path)) {
                sessions.add(path);
                continue;
            }
            FolderListing listing = new SourceReader().expand(path);
            listing.sessions().stream()
                    .filter(file -> matches(glob, path, file))
                    .forEach(sessions::add);
            for (Refused refused : listing.refused()) {
                if (isBroken(refused) && matches(glob, path, refused.file())) {
                    broken.add(refused);
                } else {
                    others++;
                }
            }
        }
        return new SessionFiles(sessions, broken, others);
    }

    /** What tells these paths from others, however and in whatever order they are written: how many there are, and a hash of where they lead. */
    public static String identity(List<Path> paths) throws IOException {
        SortedSet<String> real = new TreeSet<>();
        for (Path path : paths) {
            real.add(path.toRealPath().toString());
        }
        return real.size()
                + (real.size() == 1 ? " path " : " paths ")
                + Sha256.hex(real.toArray(String[]::new)).substring(0, 12);
    }

    /** How many files will be looked at. */
    public int count() {
        return sessions.size() + broken.size();
    }

    private static boolean isBroken(Refused refused) throws IOException {
        return !refused.foreign() && refused.file().toString().endsWith(SESSION) && Files.size(refused.file()) > 0;
    }

    private static boolean matches(@Nullable String glob, Path folder, Path file) {
        if (glob == null) {
            return true;
        }
        PathMatcher matcher = folder.getFileSystem().getPathMatcher("glob:" + glob);
        Path last = file.getFileName();
        return matcher.matches(file)
                || matcher.matches(folder.relativize(file))
                || (last != null && matcher.matches(last));
    }
}
