package dev.pith.activities.context;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.Writer;
import java.util.Iterator;
import java.util.stream.Stream;

/** The structure of every JSON format of a context: an object whose last field is the array of entries. */
interface EntryArray {

    /** Writes the fields before the array, and the start of the array. */
    void begin(JsonGenerator json) throws IOException;

    /** Writes one entry in this format. */
    void write(Entry entry, JsonGenerator json) throws IOException;

    /** Writes pending output after the last entry. */
    default void end(JsonGenerator json) throws IOException {}

    /** Writes the whole object, entry by entry. Does not close the writer. */
    default void writeTo(Writer out, ContextReading context) throws IOException {
        try (JsonGenerator json = ToolNames.JSON.createGenerator(out);
                Stream<Entry> entries = context.entries()) {
            json.disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
            json.useDefaultPrettyPrinter();
            json.writeStartObject();
            begin(json);
            for (Iterator<Entry> each = entries.iterator(); each.hasNext(); ) {
                write(each.next(), json);
            }
            end(json);
            json.writeEndArray();
            json.writeEndObject();
        }
        out.write("\n");
    }
}
