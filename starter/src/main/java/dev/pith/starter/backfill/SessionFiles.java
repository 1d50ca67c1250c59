package dev.pith.starter.backfill;

import dev.pith.activities.hashing.Sha256;
import dev.pith.starter.importing.FolderListing;
import dev.pith.starter.importing.FolderListing.Refused;
import dev.pith.starter.importing.NotAConversationException;
import dev.pith.starter.importing.SourceReader;
import dev.pith.starter.importing.reading.PackedNames;
import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;

/**
 * The files of a backfill.
 *
 * @param sessions the files to import, in the order in which they were given and found
 * @param broken files named like sessions that hold no conversation, and folders that cannot be read
 * @param copies the number of packed copies of sessions, which are read from the plain files
 * @param others the number of other files without a conversation, which do not look like damaged sessions
 */
public record SessionFiles(List<Path> sessions, List<Refused> broken, int copies, int others) {

    private static final String SESSION = ".jsonl";

    private static final Set<String> DATABASES = Set.of("state.db", "sessions.db", "store.db", "openclaw-agent.sqlite");

    public SessionFiles {
        sessions = List.copyOf(sessions);
        broken = List.copyOf(broken);
    }

    /**
     * Collects the given files and those in the given folders.
     *
     * @param glob the pattern for a file's path, as given, relative to the folder, or for its last part; a packed file
     *     also matches without its ending, and selects its plain file if that is there too; null for any
     * @throws NotAConversationException if a folder holds no conversation
     */
    public static SessionFiles of(List<Path> paths, @Nullable String glob)
            throws IOException, NotAConversationException {
        List<Path> sessions = new ArrayList<>();
        List<Refused> broken = new ArrayList<>();
        int copies = 0;
        int others = 0;
        for (Path path : paths) {
            if (!Files.isDirectory(path)) {
                sessions.add(path);
                continue;
            }
            FolderListing listing = new SourceReader().expand(path);
            Collection<Path> packed = plainFiles(listing, copy -> matches(glob, path, copy));
            listing.sessions().stream()
                    .filter(file -> matches(glob, path, file) || packed.contains(file))
                    .forEach(sessions::add);
            copies += packed.size();
            for (Refused refused : listing.unreadable()) {
                if (matches(glob, path, refused.file())) {
                    broken.add(refused);
                } else {
                    others++;
                }
            }
            for (Refused refused : listing.refused()) {
                if (isBroken(refused) && matches(glob, path, refused.file())) {
                    broken.add(refused);
                } else {
                    others++;
                }
            }
        }
        Set<Path> elsewhere = PackedNames.copies(sessions).keySet();
        sessions.removeAll(elsewhere);
        return new SessionFiles(sessions, broken, copies + elsewhere.size(), others);
    }

    /**
     * Returns an identity of these paths, independent of their spelling and order: their number, and a hash of their
     * real paths.
     */
    public static String identity(List<Path> paths) throws IOException {
        SortedSet<String> real = new TreeSet<>();
        for (Path path : paths) {
            real.add(path.toRealPath().toString());
        }
        return real.size()
                + (real.size() == 1 ? " path " : " paths ")
                + Sha256.hex(real.toArray(String[]::new)).substring(0, 12);
    }

    /**
     * Checks a glob for files.
     *
     * @throws IllegalArgumentException if it is none
     */
    public static void requireGlob(@Nullable String glob) {
        if (glob != null) {
            try {
                FileSystems.getDefault().getPathMatcher("glob:" + glob);
            } catch (PatternSyntaxException e) {
                throw new IllegalArgumentException(
                        "match is \"" + glob + "\", must be a glob such as *.jsonl: " + e.getDescription(), e);
            }
        }
    }

    /** Returns the files that pass; those that do not count as others. */
    public SessionFiles only(Predicate<Path> passes) {
        List<Path> kept = sessions.stream().filter(passes).toList();
        List<Refused> keptBroken =
                broken.stream().filter(one -> passes.test(one.file())).toList();
        int left = count() - kept.size() - keptBroken.size();
        return new SessionFiles(kept, keptBroken, copies, others + left);
    }

    /** Returns how many files will be read. */
    public int count() {
        return sessions.size() + broken.size();
    }

    /** Returns the plain file of each packed copy that passes: it is read for the copy. */
    private static Collection<Path> plainFiles(FolderListing listing, Predicate<Path> passes) {
        List<Path> all = new ArrayList<>(listing.sessions());
        all.addAll(listing.copies());
        Map<Path, Path> plain = PackedNames.copies(all);
        plain.keySet().removeIf(passes.negate());
        return plain.values();
    }

    private static boolean isBroken(Refused refused) throws IOException {
        boolean named = PackedNames.endsWith(refused.file(), SESSION) || isDatabase(refused.file());
        return !refused.foreign() && named && Files.exists(refused.file()) && Files.size(refused.file()) > 0;
    }

    private static boolean isDatabase(Path file) {
        String name = String.valueOf(file.getFileName());
        return DATABASES.contains(name) || (name.startsWith("opencode") && name.endsWith(".db"));
    }

    private static boolean matches(@Nullable String glob, Path folder, Path file) {
        if (glob == null) {
            return true;
        }
        PathMatcher matcher = folder.getFileSystem().getPathMatcher("glob:" + glob);
        return matches(matcher, folder, file) || matches(matcher, folder, PackedNames.unpacked(file));
    }

    private static boolean matches(PathMatcher matcher, Path folder, Path file) {
        Path last = file.getFileName();
        return matcher.matches(file)
                || matcher.matches(folder.relativize(file))
                || (last != null && matcher.matches(last));
    }
}
