package dev.pith.activities.model;

import java.util.Optional;

/** Where the keys of endpoints come from. Looked up at every call, so that a changed one needs no restart. */
@FunctionalInterface
public interface Keys {

    /** The key that a variable holds. */
    Optional<String> of(String variable);

    /** The process's environment. */
    static Keys environment() {
        return variable -> Optional.ofNullable(System.getenv(variable));
    }
}
