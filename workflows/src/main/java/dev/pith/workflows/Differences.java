package dev.pith.workflows;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Describes the fields in which two requests differ, for users. */
public final class Differences {

    private Differences() {}

    /** Adds a sentence if the values of a field differ. */
    public static void add(List<String> differences, String field, @Nullable Object mine, @Nullable Object theirs) {
        if (!Objects.equals(mine, theirs)) {
            differences.add(field + " is " + said(theirs) + " there, " + said(mine) + " here");
        }
    }

    private static String said(@Nullable Object value) {
        return value == null ? "not set" : "\"" + value + "\"";
    }
}
