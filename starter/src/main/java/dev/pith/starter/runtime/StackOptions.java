package dev.pith.starter.runtime;

import java.util.Objects;

/**
 * What a command wants of the embedded stack.
 *
 * @param command its name, told to whoever would stop the servers under it
 * @param postgres whether it needs the home's PostgreSQL; not where one is configured
 * @param temporal whether it needs the home's Temporal; not where one is configured
 * @param source where the program of Temporal's dev server comes from
 */
public record StackOptions(String command, boolean postgres, boolean temporal, TemporalSource source) {

    public StackOptions {
        Objects.requireNonNull(command, "command");
        Objects.requireNonNull(source, "source");
    }

    /** Both servers. */
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
