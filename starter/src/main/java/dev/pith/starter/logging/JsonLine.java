package dev.pith.starter.logging;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.SerializableString;
import com.fasterxml.jackson.core.io.CharacterEscapes;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An event of the log as JSON in ASCII, so that no character of it controls a terminal. Of an exception it has the class
 * and the stack, not the message: that of a database or a parser may quote what it read.
 */
final class JsonLine {

    private static final JsonFactory JSON = new JsonFactoryBuilder()
            .characterEscapes(new WithDelete())
            .enable(JsonWriteFeature.ESCAPE_NON_ASCII)
            .build();

    private JsonLine() {}

    /** Returns the line, without a line break. */
    static String of(
            Instant time,
            String level,
            String logger,
            @Nullable String message,
            String thread,
            @Nullable Throwable thrown) {
        StringWriter line = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(line)) {
            json.writeStartObject();
            json.writeStringField("time", time.truncatedTo(ChronoUnit.MILLIS).toString());
            json.writeStringField("level", level);
            json.writeStringField("logger", logger);
            json.writeStringField("message", message);
            json.writeStringField("thread", thread);
            if (thrown != null) {
                json.writeObjectFieldStart("exception");
                json.writeStringField("class", thrown.getClass().getName());
                json.writeStringField("stack", stack(thrown));
                json.writeEndObject();
            }
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return line.toString();
    }

    private static String stack(Throwable thrown) {
        StringBuilder stack = new StringBuilder();
        Set<Throwable> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        String before = "";
        for (Throwable at = thrown; at != null && seen.add(at); at = at.getCause()) {
            stack.append(before).append(at.getClass().getName());
            for (StackTraceElement frame : at.getStackTrace()) {
                stack.append("\n\tat ").append(frame);
            }
            before = "\nCaused by: ";
        }
        return stack.toString();
    }

    /** Escapes DEL too, which JSON allows. */
    private static final class WithDelete extends CharacterEscapes {

        private static final long serialVersionUID = 1;
        private static final int DELETE = 0x7f;

        @Override
        public int[] getEscapeCodesForAscii() {
            int[] codes = standardAsciiEscapesForJSON();
            codes[DELETE] = ESCAPE_STANDARD;
            return codes;
        }

        @Override
        public @Nullable SerializableString getEscapeSequence(int character) {
            return null;
        }
    }
}
