package dev.pith.starter.importing.sqlite;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.pith.starter.importing.reading.ImportRun;
import dev.pith.starter.importing.reading.JsonFields;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads the rows of messages and the JSON in them; counts the rows that are too long for the heap. Not thread-safe. */
public final class RowJson {

    /** The maximum size of a row in bytes; a small heap lowers it. */
    static final long LONGEST = Math.min(128L << 20, Runtime.getRuntime().maxMemory() / 16);

    private final ImportRun run;
    private long other;
    private long tooLong;

    RowJson(ImportRun run) {
        this.run = run;
    }

    /** Returns the expressions for a query: the columns, null if they are too long; and as {@code bytes} their size. */
    public static String columns(String... names) {
        String size = Arrays.stream(names)
                .map(name -> "coalesce(octet_length(" + name + "), 0)")
                .collect(Collectors.joining(" + "));
        return Arrays.stream(names)
                .map(name -> "CASE WHEN " + size + " <= " + LONGEST + " THEN " + name + " END AS " + name)
                .collect(Collectors.joining(", ", size + " AS bytes, ", ""));
    }

    /** Gives the rows of a session's query that are short enough to the receiver; the session is its parameter. */
    public void each(SqliteDatabase database, String sql, String session, SqliteDatabase.Row receiver)
            throws SQLException {
        database.each(sql, List.of(session), row -> {
            if (fits(row)) {
                receiver.read(row);
            }
        });
    }

    /** Counts a row; returns whether it is short enough to be read. */
    public boolean fits(ResultSet row) throws SQLException {
        run.tally().record();
        if (row.getLong("bytes") > LONGEST) {
            tooLong++;
            return false;
        }
        return true;
    }

    /** Returns the object in the column {@code data}, with the row's id; null if the row is skipped. */
    public @Nullable ObjectNode object(ResultSet row) throws SQLException {
        if (!fits(row)) {
            return null;
        }
        if (of(row, row.getString("data")) instanceof ObjectNode object) {
            return object.put("id", row.getString("id"));
        }
        other++;
        return null;
    }

    /**
     * Returns the JSON in a row; a missing node for null or a blank text.
     *
     * @throws DamagedRowException if it breaks off or is none
     */
    public static JsonNode of(ResultSet row, @Nullable String text) throws SQLException {
        if (text == null || text.isBlank()) {
            return MissingNode.getInstance();
        }
        JsonNode json = parse(text);
        if (json.isMissingNode()) {
            throw new DamagedRowException(row.getString("id"));
        }
        return json;
    }

    /** Returns the JSON in a text; a missing node if it is none. */
    public static JsonNode parse(@Nullable String text) {
        try {
            return JsonFields.MAPPER.readTree(text == null ? "" : text);
        } catch (JsonProcessingException e) {
            return MissingNode.getInstance();
        }
    }

    /** Notes how many rows were skipped. */
    void end() {
        if (other > 0) {
            run.tally().note("rows that hold no JSON object were skipped: " + other);
        }
        if (tooLong > 0) {
            run.tally()
                    .note("rows longer than " + (LONGEST >> 20) + " MB were skipped: " + tooLong
                            + "; up to 128 MB are read where Java has sixteen times as much memory");
        }
    }
}
