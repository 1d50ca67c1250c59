package dev.pith.starter.runtime;

import java.util.Objects;

/**
 * What a command wants of the embedded stack.
 *
 * @param command its name, told to whoever would stop the servers under it
 * @param postgres whether it needs the home's PostgreSQL; not where one is configured
 * @param temporal whether it needs the home's Temporal; not where one is configured
 * @param download whether a missing {@code temporal} may be downloaded
 * @param searchPath where to look for {@code temporal}, usually the PATH
 */
public record StackOptions(String command, boolean postgres, boolean temporal, boolean download, String searchPath) {

    public StackOptions {
        Objects.requireNonNull(command, "command");
        Objects.requireNonNull(searchPath, "searchPath");
    }

    /** Both servers, with the PATH of this process. */
    public static StackOptions both(String command) {
        return new StackOptions(command, true, true, true, Objects.requireNonNullElse(System.getenv("PATH"), ""));
    }

    public StackOptions withoutPostgres() {
        return new StackOptions(command, false, temporal, download, searchPath);
    }

    public StackOptions withoutTemporal() {
        return new StackOptions(command, postgres, false, download, searchPath);
    }

    public StackOptions withoutDownload() {
        return new StackOptions(command, postgres, temporal, false, searchPath);
    }

    public StackOptions withSearchPath(String path) {
        return new StackOptions(command, postgres, temporal, download, path);
    }
}
