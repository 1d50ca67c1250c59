package dev.pith.activities.context;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.Writer;
import java.util.Iterator;
import java.util.stream.Stream;

/** The frame of every JSON form of a context: an object whose last field is an array of what the entries become. */
interface EntryArray {

    /** The fields before the array, and the array's beginning. */
    void begin(JsonGenerator json) throws IOException;

    /** One entry, as the form has it. */
    void write(Entry entry, JsonGenerator json) throws IOException;

    /** What is still held back when the last entry has been written. */
    default void end(JsonGenerator json) throws IOException {}

    /** Writes the whole object, entry by entry; leaves the writer open. */
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
