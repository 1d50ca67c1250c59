package dev.pith.activities.model;

import java.util.Optional;

/** Supplies the keys of endpoints. Read at every call, so that a changed key needs no restart. */
@FunctionalInterface
public interface Keys {

    /** Returns the value of a variable; empty if it is not set. */
    Optional<String> of(String variable);

    /** Reads keys from the environment of the process. */
    static Keys environment() {
        return variable -> Optional.ofNullable(System.getenv(variable));
    }
}
