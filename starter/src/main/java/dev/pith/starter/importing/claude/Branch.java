package dev.pith.starter.importing.claude;

import com.fasterxml.jackson.databind.JsonNode;
import dev.pith.starter.importing.reading.JsonFields;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The version control branch named in a record. */
final class Branch {

    /** A summary prints the name on a line of its own, so names that Git would reject are dropped. */
    private static final Pattern NAME = Pattern.compile("[^\\s\\p{Cntrl}]{1,255}");

    private static final String DETACHED = "HEAD";

    private Branch() {}

    /** Returns the branch in a field; null if the field is empty or no branch was checked out. */
    static @Nullable String of(JsonNode record, String field) {
        String name = JsonFields.text(record, field, "");
        return NAME.matcher(name).matches() && !name.equals(DETACHED) ? name : null;
    }
}
