package dev.pith.starter.importing;

import dev.pith.starter.importing.FolderListing.Refused;
import dev.pith.starter.importing.reading.ForgivingVisitor;
import java.io.IOException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Finds the files below a folder that may be sources. Each is found once, even if several links point to it. What cannot
 * be read is left out and named.
 */
final class FolderWalk extends ForgivingVisitor {

    /** The endings of files that belong to another one and are read with it. */
    private static final List<String> BESIDE =
            List.of(".meta.json", ".settings.json", ".db-wal", ".db-shm", ".sqlite-wal", ".sqlite-shm");

    private final Set<Path> found = new TreeSet<>();
    private final Set<Path> seen = new HashSet<>();
    private final List<Refused> unreadable = new ArrayList<>();

    static FolderWalk of(Path folder) throws IOException {
        FolderWalk walk = new FolderWalk();
        Files.walkFileTree(folder, EnumSet.of(FileVisitOption.FOLLOW_LINKS), Integer.MAX_VALUE, walk);
        return walk;
    }

    /** Returns the files in the order of their paths. */
    List<Path> files() throws IOException {
        Set<Path> real = new HashSet<>();
        List<Path> files = new ArrayList<>();
        for (Path file : found) {
            if (real(file).filter(real::add).isPresent()) {
                files.add(file);
            }
        }
        return files;
    }

    /** Returns the file itself; empty if a program at work has removed it since. */
    private static Optional<Path> real(Path file) throws IOException {
        try {
            return Optional.of(file.toRealPath());
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
    }

    /** Returns the files and folders that cannot be read. */
    List<Refused> unreadable() {
        return List.copyOf(unreadable);
    }

    /** Returns whether a walk from a folder that is above a file would find it. */
    static boolean finds(Path file) {
        boolean record = false;
        for (Path folder = file.getParent(); folder != null && !record; folder = folder.getParent()) {
            record = isOpencodeRecords(folder);
        }
        return !record && !belongsToAnother(file);
    }

    private static boolean belongsToAnother(Path file) {
        return BESIDE.stream().anyMatch(file.toString()::endsWith) || OtherForms.include(file);
    }

    @Override
    public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
        return isOpencodeRecords(folder) ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
    }

    /** Returns whether a folder holds messages or parts of opencode's storage, which are read with their session. */
    private static boolean isOpencodeRecords(Path folder) {
        Path name = folder.getFileName();
        boolean records = name != null
                && (name.toString().equals("message") || name.toString().equals("part"));
        return records && Files.isDirectory(folder.resolveSibling("session"));
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
        if (attributes.isSymbolicLink()) {
            follow(file);
        }
        if (attributes.isRegularFile() && !belongsToAnother(file)) {
            found.add(file);
        }
        return FileVisitResult.CONTINUE;
    }

    /** A link that the walk could not follow stands for itself. */
    private void follow(Path link) {
        try {
            Files.readAttributes(link, BasicFileAttributes.class);
        } catch (IOException e) {
            leftOut(link, e);
        }
    }

    @Override
    protected void leftOut(Path path, IOException e) {
        Path parent = path.getParent();
        // A folder that may be listed and not entered is one line, and not one for each of its files.
        Path named = parent != null && Files.isReadable(parent) && !Files.isExecutable(parent) ? parent : path;
        if (seen.add(named)) {
            line(named, e).ifPresent(line -> unreadable.add(new Refused(named, line, false)));
        }
    }
}
