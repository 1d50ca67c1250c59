package dev.pith.starter.runtime;

import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The program of Temporal's dev server, or the reason why there is none.
 *
 * @param path the executable; null if there is none
 * @param version the version of the program, such as {@code 1.9.1}; empty if there is none
 * @param whyNot each failed attempt with its cause, on one line; empty if there is a program
 * @param cure how to fix it; empty if there is a program, or none is wanted
 */
public record TemporalProgram(@Nullable Path path, String version, String whyNot, String cure) {

    public TemporalProgram {
        Objects.requireNonNull(version, "version");
        Objects.requireNonNull(whyNot, "whyNot");
        Objects.requireNonNull(cure, "cure");
        if (path != null && !whyNot.isEmpty()) {
            throw new IllegalArgumentException(
                    "whyNot of a Temporal program that was found must be empty but is " + whyNot);
        }
    }

    /** Returns a program that was found. */
    public static TemporalProgram at(Path path, String version) {
        return new TemporalProgram(path, version, "", "");
    }

    /** Returns a missing program; the reason may be empty if another attempt gives it. */
    public static TemporalProgram missing(String whyNot) {
        return new TemporalProgram(null, "", whyNot, "");
    }

    /** Returns a copy with this cure; a program that was found is returned unchanged. */
    public TemporalProgram orCure(String cureOfMissing) {
        return isFound() ? this : new TemporalProgram(null, "", whyNot, cureOfMissing);
    }

    public boolean isFound() {
        return path != null;
    }

    /** Returns the executable; empty if there is none. */
    public Optional<Path> found() {
        return Optional.ofNullable(path);
    }
}
