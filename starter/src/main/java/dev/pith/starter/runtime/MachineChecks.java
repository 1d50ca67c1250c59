package dev.pith.starter.runtime;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;

/** Checks of a machine and a home that start no server. */
public final class MachineChecks {

    private static final int JAVA = 17;
    private static final long ROOM_MB = 500;

    private final Home home;
    private final StackOptions options;
    private final StartupProgress startupProgress;

    /** @param startupProgress receives steps that take longer than a moment, such as a download */
    public MachineChecks(Home home, StackOptions options, StartupProgress startupProgress) {
        this.home = home.create();
        this.options = options;
        this.startupProgress = startupProgress;
    }

    public List<Check> all() {
        List<Check> checks = new ArrayList<>(List.of(java(), home(), disk(), postgresBinaries(), userNamespaces()));
        if (options.temporal()) {
            checks.add(temporalBinary());
        }
        return checks;
    }

    private static Check java() {
        Runtime.Version version = Runtime.version();
        return Check.of("Java", version.feature() >= JAVA, version.toString(), "Install a JDK of version 17 or later");
    }

    private Check home() {
        try {
            String mode = PosixFilePermissions.toString(Files.getPosixFilePermissions(home.root()));
            boolean closed = mode.endsWith("------");
            return Check.of(
                    "Home",
                    closed && Files.isWritable(home.root()),
                    home.root() + " " + mode,
                    "Make it yours alone: chmod 700 " + home.root());
        } catch (IOException e) {
            return Check.of("Home", false, home.root() + ": " + e.getMessage(), "Name another one with --home");
        }
    }

    private Check disk() {
        long free = home.root().toFile().getUsableSpace() >> 20;
        return Check.of("Disk", free >= ROOM_MB, free + " MB free", "Free " + ROOM_MB + " MB, or use --home elsewhere");
    }

    private static Check postgresBinaries() {
        String name = "PostgreSQL binaries";
        try {
            return Check.well(name, PostgresBinaries.source(Platform.current()).name());
        } catch (RuntimeProblem e) {
            return Check.failed(name, e);
        }
    }

    private static Check userNamespaces() {
        String name = "User namespaces";
        try {
            return Check.well(name, UserNamespace.prefix().isEmpty() ? "not needed, you are not root" : "allowed");
        } catch (RuntimeProblem e) {
            return Check.failed(name, e);
        }
    }

    private Check temporalBinary() {
        String name = "Temporal binary";
        try {
            TemporalProgram program = options.source().find(startupProgress);
            return Check.of(
                    name,
                    program.cure().isEmpty(),
                    program.found()
                            .map(path -> path + ", version " + program.version())
                            .orElse(program.whyNot()),
                    program.cure());
        } catch (RuntimeProblem e) {
            return Check.failed(name, e);
        }
    }
}
