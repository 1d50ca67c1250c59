package dev.pith.starter.importing.reading;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.io.JsonEOFException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;

/** Reads a single JSON document element by element. A truncated one is read up to the break. */
public final class DocumentStream {

    /** Receives the parser at the document's first token. */
    public interface Body {
        void read(DocumentStream document) throws IOException;
    }

    /** Receives a field; the parser is at its value. */
    public interface Field {
        void read(String name) throws IOException;
    }

    /** Receives an element of an array; the parser is at the element. */
    public interface Element {
        void read() throws IOException;
    }

    /** Receives a complete value. */
    public interface Tree {
        void read(JsonNode tree) throws IOException;
    }

    private final JsonParser parser;

    private DocumentStream(JsonParser parser) {
        this.parser = parser;
    }

    public static void read(ImportRun run, Body body) throws IOException {
        try (JsonParser parser = parser(run)) {
            parser.nextToken();
            try {
                body.read(new DocumentStream(parser));
            } catch (JsonEOFException e) {
                broken(run, e, "ends too early");
            } catch (JsonProcessingException e) {
                broken(run, e, "cannot be read any further");
            }
        }
    }

    /** Passes on each element of a top-level array, else the document: exports hold many conversations or one. */
    public static void eachTree(ImportRun run, Tree tree) throws IOException {
        read(run, document -> {
            if (document.isArray()) {
                document.elements(() -> tree.read(document.tree()));
            } else {
                tree.read(document.tree());
            }
        });
    }

    /** Passes on and counts each element of the arrays with this name in the document's object; all else is skipped. */
    public static void eachIn(ImportRun run, String array, Tree tree) throws IOException {
        read(
                run,
                document -> document.fields(name -> {
                    if (name.equals(array) && document.isArray()) {
                        document.elements(() -> {
                            run.tally().record();
                            tree.read(document.tree());
                        });
                    } else {
                        document.skip();
                    }
                }));
    }

    private static JsonParser parser(ImportRun run) throws IOException {
        List<Long> damaged;
        try (InputStream in = run.source().open()) {
            damaged = Utf8.damagedLines(in, ImportSummary.DAMAGED_LINES_KEPT);
        }
        damaged.forEach(run.tally()::repaired);
        return damaged.isEmpty()
                ? JsonFields.FACTORY.createParser(
                        new BufferedInputStream(run.source().open(), 1 << 16))
                : JsonFields.FACTORY.createParser(Utf8.reader(run.source().open()));
    }

    private static void broken(ImportRun run, JsonProcessingException e, String what) {
        long line = e.getLocation() == null ? 0 : e.getLocation().getLineNr();
        run.tally().damaged(line);
        if (run.source().breakage() == null) {
            run.tally().note("the JSON document " + what + " in line " + line + "; what stands before it is imported");
        }
    }

    public boolean isArray() {
        return parser.currentToken() == JsonToken.START_ARRAY;
    }

    public boolean isObject() {
        return parser.currentToken() == JsonToken.START_OBJECT;
    }

    /** Returns the complete value at the parser's position. */
    public JsonNode tree() throws IOException {
        return JsonFields.MAPPER.readTree(parser);
    }

    public void skip() throws IOException {
        parser.skipChildren();
    }

    public void fields(Field field) throws IOException {
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String name = parser.currentName();
            parser.nextToken();
            field.read(name);
        }
    }

    public void elements(Element element) throws IOException {
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            if (parser.currentToken() == null) {
                throw new JsonEOFException(parser, null, "array without end");
            }
            element.read();
        }
    }
}
