package dev.pith.starter.runtime;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** The directory that holds all state of the embedded default. Only its owner may access it. */
public record Home(Path root) {

    private static final Set<PosixFilePermission> OWNER = Set.copyOf(PosixFilePermissions.fromString("rwx------"));

    public Home {
        root = root.toAbsolutePath().normalize();
    }

    /** Creates the directory with mode 0700 if it is missing; see {@link #tighten} for an existing one. */
    public Home create() {
        try {
            Files.createDirectories(
                    root, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
            for (Path part : new Path[] {postgres(), temporal(), logs(), commands()}) {
                Files.createDirectories(part);
            }
            return this;
        } catch (FileAlreadyExistsException e) {
            throw new RuntimeProblem(
                    "The home " + root + " cannot be made: " + e.getFile() + " is a file",
                    "Name another directory with --home or PITH_HOME",
                    e);
        } catch (IOException e) {
            throw new RuntimeProblem(
                    "The home " + root + " cannot be made: " + e.getMessage(),
                    "Name a directory you may write to with --home or PITH_HOME",
                    e);
        }
    }

    /**
     * Removes the permissions of group and others from an existing directory. It holds passwords and whole
     * conversations, and a directory made with mkdir is rarely meant to be shared. Files in it need no change, since
     * others cannot reach them afterwards.
     *
     * @return what was done or failed, as one line for the user; empty if nothing was open
     */
    Optional<String> tighten() {
        try {
            Set<PosixFilePermission> rights = Files.getPosixFilePermissions(root);
            if (OWNER.containsAll(rights)) {
                return Optional.empty();
            }
            String before = PosixFilePermissions.toString(rights);
            rights.retainAll(OWNER);
            Files.setPosixFilePermissions(root, rights);
            return Optional.of(
                    "The home " + root + " was open to others (" + before + "): now only its owner can enter");
        } catch (IOException e) {
            return Optional.of("The home " + root + " is open to others and cannot be closed (" + e.getMessage()
                    + "): let its owner run chmod go= on it, or name another with --home");
        }
    }

    /**
     * Returns a stable id of this home, independent of its path and of its servers' data: a random UUID in a file of
     * its own, created if missing.
     */
    public String id() {
        Path file = root.resolve("id");
        try {
            try {
                // If two commands run at the same time, one creates the file and both read it.
                Files.writeString(file, UUID.randomUUID() + "\n", StandardOpenOption.CREATE_NEW);
            } catch (FileAlreadyExistsException e) {
                // The file already exists, as usual.
            }
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw new RuntimeProblem(
                    "The home's id in " + file + " cannot be read or made: " + e.getMessage(),
                    "Make the file and its directory readable and writable for this user",
                    e);
        }
    }

    public Path postgres() {
        return root.resolve("postgres");
    }

    public Path temporal() {
        return root.resolve("temporal");
    }

    /** Returns the file that says where the web panel is. */
    public Path panel() {
        return root.resolve("panel");
    }

    /** Returns the directory of the search indexes, one for each store. */
    public Path search() {
        return root.resolve("search");
    }

    public Path logs() {
        return root.resolve("logs");
    }

    Path commands() {
        return root.resolve("commands");
    }

    Path startLock() {
        return root.resolve("start.lock");
    }

    Path postgresLog() {
        return logs().resolve("postgres.log");
    }

    Path temporalLog() {
        return logs().resolve("temporal.log");
    }
}
