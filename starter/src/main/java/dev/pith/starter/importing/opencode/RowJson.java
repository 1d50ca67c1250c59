package dev.pith.starter.importing.opencode;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.pith.starter.importing.reading.ImportRun;
import dev.pith.starter.importing.reading.JsonFields;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** Parses the JSON in rows, and counts the rows whose JSON is damaged or too long for the heap. */
final class RowJson {

    /** The maximum size of a row in bytes; a small heap lowers it. */
    static final long LONGEST = Math.min(128L << 20, Runtime.getRuntime().maxMemory() / 16);

    private final ImportRun run;
    private long damaged;
    private long tooLong;

    RowJson(ImportRun run) {
        this.run = run;
    }

    /** Returns the expression for a query: the data, or null if it is too long; and as {@code bytes} its size. */
    static String columns() {
        return "octet_length(data) AS bytes, CASE WHEN octet_length(data) <= " + LONGEST + " THEN data END AS data";
    }

    /** Returns the object of a row, with its id; null if it cannot be read. */
    @Nullable
    ObjectNode of(ResultSet row) throws SQLException {
        run.tally().record();
        if (row.getLong("bytes") > LONGEST) {
            tooLong++;
            return null;
        }
        String data = row.getString("data");
        if (parse(data == null ? "" : data) instanceof ObjectNode object) {
            return object.put("id", row.getString("id"));
        }
        damaged++;
        return null;
    }

    static JsonNode parse(String text) {
        try {
            return JsonFields.MAPPER.readTree(text);
        } catch (JsonProcessingException e) {
            return MissingNode.getInstance();
        }
    }

    static ObjectNode object() {
        return JsonFields.MAPPER.createObjectNode();
    }

    /** Notes how many rows were skipped. */
    void end() {
        if (damaged > 0) {
            run.tally().note("rows that hold no JSON object were skipped: " + damaged);
        }
        if (tooLong > 0) {
            run.tally()
                    .note("rows longer than " + (LONGEST >> 20) + " MB were skipped: " + tooLong
                            + "; up to 128 MB are read where Java has sixteen times as much memory");
        }
    }
}
