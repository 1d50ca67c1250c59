package dev.pith.starter.importing.sqlite;

import java.sql.SQLException;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/** The tables and columns without which a program's database cannot be read. */
public record NeededTables(Map<String, Set<String>> columns) {

    public NeededTables {
        columns = Map.copyOf(columns);
    }

    /** Returns whether a table has its needed columns. */
    public boolean has(SqliteDatabase database, String table) throws SQLException {
        Set<String> present = database.columns(table);
        return !present.isEmpty() && present.containsAll(columns.getOrDefault(table, Set.of()));
    }

    /** Returns the tables that a database lacks, and columns as {@code table.column}; empty if it has all. */
    public SortedSet<String> lacking(SqliteDatabase database) throws SQLException {
        SortedSet<String> lacking = new TreeSet<>();
        for (Map.Entry<String, Set<String>> needed : columns.entrySet()) {
            Set<String> present = database.columns(needed.getKey());
            if (present.isEmpty()) {
                lacking.add(needed.getKey());
            } else {
                needed.getValue().stream()
                        .filter(column -> !present.contains(column))
                        .forEach(column -> lacking.add(needed.getKey() + "." + column));
            }
        }
        return lacking;
    }
}
