package dev.pith.activities.facts;

import org.jspecify.annotations.Nullable;

/**
 * A key and its value, as one clause of a text says them.
 *
 * @param verb the words of a relation; null for a value
 */
record Clause(String key, @Nullable String verb, String value) {

    /** The most characters of a value. A longer one is a text, not a value. */
    static final int LONGEST_VALUE = 120;

    /** The most characters of a key. */
    static final int LONGEST_KEY = 60;

    /** The most characters of a clause. A longer one is prose. */
    static final int LONGEST = 240;
}
