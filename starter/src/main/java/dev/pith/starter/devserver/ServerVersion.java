package dev.pith.starter.devserver;

import java.util.Comparator;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The version of a Temporal server, as printed by {@code temporal --version}. */
record ServerVersion(int major, int minor) implements Comparable<ServerVersion> {

    /** The oldest version that orders tasks by priority without configuration: InteractiveFirstTest fails on 1.30. */
    static final ServerVersion OLDEST = new ServerVersion(1, 31);

    private static final Pattern SERVER = Pattern.compile("(?i)\\bserver\\s+v?(\\d{1,5})\\.(\\d{1,5})");

    /** Parses {@code temporal version 1.9.1 (Server 1.32.0, UI 2.54.1)}; empty if it names no server. */
    static Optional<ServerVersion> in(String words) {
        Matcher server = SERVER.matcher(words);
        return server.find()
                ? Optional.of(new ServerVersion(Integer.parseInt(server.group(1)), Integer.parseInt(server.group(2))))
                : Optional.empty();
    }

    @Override
    public int compareTo(ServerVersion other) {
        return Comparator.comparingInt(ServerVersion::major)
                .thenComparingInt(ServerVersion::minor)
                .compare(this, other);
    }

    @Override
    public String toString() {
        return major + "." + minor;
    }
}
