package dev.pith.starter.importing.claude;

import com.fasterxml.jackson.databind.JsonNode;
import dev.pith.starter.importing.reading.JsonFields;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The version control branch that a record names. */
final class Branch {

    /** A summary prints the name in a line of its own, so what Git would not take must not get there. */
    private static final Pattern NAME = Pattern.compile("[^\\s\\p{Cntrl}]{1,255}");

    private static final String DETACHED = "HEAD";

    private Branch() {}

    /** The name in a field, or null where there is none: nothing stands there, or no branch was checked out. */
    static @Nullable String of(JsonNode record, String field) {
        String name = JsonFields.text(record, field, "");
        return NAME.matcher(name).matches() && !name.equals(DETACHED) ? name : null;
    }
}
