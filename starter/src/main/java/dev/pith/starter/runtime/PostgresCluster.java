package dev.pith.starter.runtime;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;

/** The home's data directory and its password: created once, then only checked. */
record PostgresCluster(Path data, String password) {

    static final String USER = "pith";
    static final String DATABASE = "pith";

    private static final int PASSWORD_BYTES = 24;

    /**
     * The ctypes to try, in order. pg_trgm finds nothing in Chinese text under the ctype C or PostgreSQL's builtin
     * C.UTF-8. macOS names its ctype UTF-8, and some old systems have neither.
     */
    private static final List<String> CTYPES = List.of("C.UTF-8", "UTF-8", "en_US.UTF-8");

    static PostgresCluster open(Home home, PostgresBinaries binaries, StartupProgress startupProgress) {
        Path data = directory(home);
        Path password = home.postgres().resolve("password");
        try {
            Directories.removeUnfinished(home.postgres());
            if (Directories.isEmpty(data)) {
                startupProgress.step("Creating the database in " + data);
                Directories.make(data, target -> initialize(binaries, target, newPassword(password)));
            }
            checkVersion(data, binaries);
            return new PostgresCluster(data, readPassword(data, password));
        } catch (IOException e) {
            throw new RuntimeProblem(
                    "The database in " + data + " cannot be opened: " + e.getMessage(),
                    "Check its owner and the disk, or name another directory with --home",
                    e);
        }
    }

    static Path directory(Home home) {
        return home.postgres().resolve("data");
    }

    private static void initialize(PostgresBinaries binaries, Path data, Path password) {
        Shell.Result last = new Shell.Result(-1, "");
        for (String ctype : CTYPES) {
            List<String> command = binaries.command("initdb");
            command.addAll(List.of("--pgdata=" + data, "--username=" + USER));
            command.addAll(List.of("--encoding=UTF8", "--locale=C", "--lc-ctype=" + ctype));
            command.addAll(List.of("--auth-host=scram-sha-256", "--auth-local=scram-sha-256"));
            command.addAll(List.of("--pwfile=" + password, "--no-instructions"));
            last = Shell.run(command);
            if (last.succeeded()) {
                return;
            }
        }
        throw new RuntimeProblem(
                "PostgreSQL's initdb failed: " + last.lastLine(),
                "Check the disk's free space, or name a PostgreSQL server with --jdbc-url");
    }

    private static void checkVersion(Path data, PostgresBinaries binaries) throws IOException {
        Path file = data.resolve("PG_VERSION");
        String version = Files.exists(file) ? Files.readString(file).strip() : "unknown";
        if (!version.equals(binaries.major())) {
            throw new RuntimeProblem(
                    "The data in " + data + " is of PostgreSQL " + version + ", this Pith brings " + binaries.major()
                            + "; it was not touched",
                    "Use the Pith that made it, a server of version " + version
                            + " with --jdbc-url, or start anew with another --home");
        }
    }

    /** Creates a new password for a new cluster, so that none of an unfinished cluster is reused. */
    private static Path newPassword(Path file) throws IOException {
        byte[] random = new byte[PASSWORD_BYTES];
        new SecureRandom().nextBytes(random);
        Files.deleteIfExists(file);
        Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(file, Base64.getUrlEncoder().withoutPadding().encodeToString(random));
        return file;
    }

    private static String readPassword(Path data, Path file) throws IOException {
        if (!Files.exists(file)) {
            throw new RuntimeProblem(
                    "The password of the database in " + data + " is missing: " + file,
                    "Put the file back, or start anew with another --home");
        }
        return Files.readString(file).strip();
    }
}
