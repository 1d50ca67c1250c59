package dev.pith.starter.importing.opencode;

import dev.pith.starter.importing.sqlite.SqliteDatabase;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * The tables of opencode's database. opencode 1.2 to 1.x has {@code session}, {@code message} and {@code part};
 * opencode 2 leaves them as they were and writes {@code session_v2} and {@code session_message}.
 *
 * @param sessionTables the columns of each table of sessions, the newer table first
 * @param original whether there are messages of opencode 1
 * @param projected whether there are messages of opencode 2
 */
record OpencodeSchema(Map<String, Set<String>> sessionTables, boolean original, boolean projected) {

    static final String SECOND = "session_v2";
    static final String FIRST = "session";

    private static final Map<String, Set<String>> NEEDED = Map.of(
            FIRST,
            Set.of("id"),
            SECOND,
            Set.of("id"),
            "message",
            Set.of("id", "session_id", "time_created", "data"),
            "part",
            Set.of("id", "message_id", "data"),
            "session_message",
            Set.of("id", "session_id", "type", "seq", "time_created", "data"));

    static OpencodeSchema of(SqliteDatabase database) throws SQLException {
        Map<String, Set<String>> sessions = new LinkedHashMap<>();
        for (String table : List.of(SECOND, FIRST)) {
            Set<String> columns = database.columns(table);
            if (columns.containsAll(NEEDED.getOrDefault(table, Set.of()))) {
                sessions.put(table, columns);
            }
        }
        return new OpencodeSchema(
                sessions, has(database, "message") && has(database, "part"), has(database, "session_message"));
    }

    private static boolean has(SqliteDatabase database, String table) throws SQLException {
        return database.columns(table).containsAll(NEEDED.getOrDefault(table, Set.of()));
    }

    /** Returns whether this is opencode's database, in a form that can be read. */
    boolean isKnown() {
        return !sessionTables.isEmpty() && (original || projected);
    }

    /** Returns what was found instead of a form that can be read. */
    static String found(SqliteDatabase database) throws SQLException {
        Set<String> tables = database.tables();
        SortedSet<String> lacks = new TreeSet<>();
        for (Map.Entry<String, Set<String>> needed : NEEDED.entrySet()) {
            if (tables.contains(needed.getKey())) {
                Set<String> columns = database.columns(needed.getKey());
                needed.getValue().stream()
                        .filter(column -> !columns.contains(column))
                        .forEach(column -> lacks.add(needed.getKey() + "." + column));
            }
        }
        boolean likely = tables.stream().filter(NEEDED::containsKey).count() > 1;
        return likely
                ? "an opencode database of an unknown version (without "
                        + (lacks.isEmpty() ? "messages" : String.join(", ", lacks)) + ")"
                : "an SQLite database of another kind ("
                        + (tables.isEmpty() ? "no tables" : String.join(", ", first(tables))) + ")";
    }

    private static List<String> first(Set<String> tables) {
        return tables.stream().limit(6).toList();
    }
}
