package dev.pith.activities.model;

import java.util.Optional;

/** Supplies the keys of endpoints. Read at every call, so that a changed key needs no restart. */
@FunctionalInterface
public interface Keys {

    /** The key that a variable holds. */
    Optional<String> of(String variable);

    /** The process's environment. */
    static Keys environment() {
        return variable -> Optional.ofNullable(System.getenv(variable));
    }
}
