package dev.pith.starter.importing.discovery;

import dev.pith.starter.importing.OtherForms;
import dev.pith.starter.importing.reading.ForgivingVisitor;
import dev.pith.starter.importing.reading.PackedNames;
import java.io.IOException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Counts the sessions below a program's folder by names and sizes, without opening a file. */
final class SessionWalk extends ForgivingVisitor {

    /** The number of failures that are reported one by one. */
    private static final int TOLD = 3;

    private final SessionProgram program;
    private final Path folder;
    private final Set<Object> seen = new HashSet<>();
    private final List<Path> sessions = new ArrayList<>();
    private long copies;
    private long bytes;
    private long unreadable;
    private Instant newest = Instant.MIN;
    private final List<String> notes = new ArrayList<>();

    private SessionWalk(SessionProgram program, Path folder) {
        this.program = program;
        this.folder = folder;
    }

    static SessionWalk through(SessionProgram program, Path folder) throws IOException {
        SessionWalk walk = new SessionWalk(program, folder);
        Files.walkFileTree(folder, EnumSet.of(FileVisitOption.FOLLOW_LINKS), Integer.MAX_VALUE, walk);
        return walk;
    }

    /** Returns the folder; empty if it holds no session. */
    Optional<SessionFolder> found() {
        return sessions.isEmpty()
                ? Optional.empty()
                : Optional.of(new SessionFolder(program, folder, sessions.size(), bytes, newest));
    }

    List<Path> sessions() {
        return sessions;
    }

    /** Returns the number of files that are another form of a session. */
    long copies() {
        return copies;
    }

    /** Returns what was left out, and why. */
    List<String> notes() {
        List<String> all = new ArrayList<>(notes);
        if (unreadable > notes.size()) {
            all.add(folder + ": " + (unreadable - notes.size()) + " more cannot be read");
        }
        return all;
    }

    @Override
    public FileVisitResult preVisitDirectory(Path below, BasicFileAttributes attributes) {
        return program.leadsToSessions(folder.relativize(below))
                ? FileVisitResult.CONTINUE
                : FileVisitResult.SKIP_SUBTREE;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
        Path inFolder = folder.relativize(file);
        if (!attributes.isRegularFile() || !program.isRecord(inFolder)) {
            return FileVisitResult.CONTINUE;
        }
        if (isCopy(file)) {
            copies++;
        } else if (isFirstOf(attributes)) {
            if (program.isSession(inFolder)) {
                sessions.add(file);
            }
            bytes += attributes.size();
            Instant changed = attributes.lastModifiedTime().toInstant();
            newest = changed.isAfter(newest) ? changed : newest;
        }
        return FileVisitResult.CONTINUE;
    }

    /** Returns whether another form of the session is beside the file: the plain one, or the whole one. */
    private static boolean isCopy(Path file) {
        Path plain = PackedNames.unpacked(file);
        return (!plain.equals(file) && Files.exists(plain)) || OtherForms.include(file);
    }

    /** Returns whether a file is seen for the first time; several links to one file count once. */
    private boolean isFirstOf(BasicFileAttributes attributes) {
        Object key = attributes.fileKey();
        return key == null || seen.add(key);
    }

    @Override
    protected void leftOut(Path path, IOException e) {
        line(path, e).ifPresent(line -> {
            unreadable++;
            if (unreadable <= TOLD) {
                notes.add(line);
            }
        });
    }
}
