package dev.pith.starter.runtime;

import java.util.Objects;

/**
 * What a command needs from the embedded stack.
 *
 * @param command its name, shown when another command tries to stop the servers
 * @param postgres whether it needs the home's PostgreSQL; false if another one is configured
 * @param temporal whether it needs the home's Temporal; false if another one is configured
 * @param source provides the program of Temporal's dev server
 */
public record StackOptions(String command, boolean postgres, boolean temporal, TemporalSource source) {

    public StackOptions {
        Objects.requireNonNull(command, "command");
        Objects.requireNonNull(source, "source");
    }

    /** Returns options for both servers. */
    public static StackOptions both(String command, TemporalSource source) {
        return new StackOptions(command, true, true, source);
    }

    public StackOptions withoutPostgres() {
        return new StackOptions(command, false, temporal, source);
    }

    public StackOptions withoutTemporal() {
        return new StackOptions(command, postgres, false, source);
    }

    public StackOptions withSource(TemporalSource other) {
        return new StackOptions(command, postgres, temporal, other);
    }
}
