package dev.pith.activities.context;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.pith.activities.context.Entry.Call;
import dev.pith.activities.context.Entry.Instructed;
import dev.pith.activities.context.Entry.Replied;
import dev.pith.activities.context.Entry.Said;
import dev.pith.activities.context.Entry.Summarized;
import java.io.IOException;
import java.util.Locale;

/** A context as JSON with all fields of each entry. */
final class JsonContext implements EntryArray {

    private final ContextReading context;

    JsonContext(ContextReading context) {
        this.context = context;
    }

    @Override
    public void begin(JsonGenerator json) throws IOException {
        json.writeStringField("conversation", context.conversation().id());
        json.writeNumberField("version", context.version().version());
        json.writeNumberField("messages", context.conversation().messages());
        json.writeNumberField("leftOut", context.leftOut());
        json.writeNumberField("summariesLeftOut", context.summariesLeftOut());
        json.writeArrayFieldStart("entries");
    }

    @Override
    public void write(Entry entry, JsonGenerator json) throws IOException {
        json.writeStartObject();
        fields(entry, json);
        json.writeEndObject();
    }

    private static void fields(Entry entry, JsonGenerator json) throws IOException {
        if (entry instanceof Instructed instructed) {
            json.writeStringField("type", "system");
            json.writeNumberField("seq", instructed.seq());
            json.writeStringField("text", instructed.text());
        } else if (entry instanceof Summarized summarized) {
            json.writeStringField("type", "summary");
            json.writeStringField("summary", summarized.summary().id());
            json.writeStringField("kind", summarized.summary().kind());
            json.writeNumberField("level", summarized.summary().level());
            json.writeNumberField("from", summarized.summary().fromSeq());
            json.writeNumberField("to", summarized.summary().toSeq());
            json.writeStringField("text", summarized.summary().text());
        } else if (entry instanceof Said said) {
            json.writeStringField("type", "said");
            json.writeNumberField("seq", said.seq());
            json.writeStringField("origin", said.origin().name().toLowerCase(Locale.ROOT));
            json.writeStringField("text", said.text());
        } else if (entry instanceof Replied replied) {
            json.writeStringField("type", "reply");
            json.writeNumberField("seq", replied.seq());
            json.writeStringField("text", replied.text());
            json.writeArrayFieldStart("calls");
            for (Call call : replied.calls()) {
                json.writeStartObject();
                json.writeStringField("id", call.id());
                json.writeStringField("name", call.name());
                json.writeStringField("input", call.input());
                json.writeStringField("result", call.result());
                json.writeBooleanField("failed", call.failed());
                json.writeEndObject();
            }
            json.writeEndArray();
        }
    }
}
