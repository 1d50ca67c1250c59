package dev.pith.activities.facts;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/**
 * Reads the rows of tables in Markdown, and of those that psql and similar programs print: the first cell names the row,
 * each other cell is a value under the heading of its column. Not thread-safe.
 */
final class TableRows {

    private static final int MOST_COLUMNS = 12;

    /** A row of a table with more rows is data. */
    private static final int MOST_ROWS = 200;

    private static final Pattern RULE = Pattern.compile("^[ |:+-]{3,400}$");

    private final Consumer<Clause> found;
    private String before = "";
    private List<String> headings = List.of();
    private int rows;

    TableRows(Consumer<Clause> found) {
        this.found = found;
    }

    /** Reads the next line; returns whether it is a row, or the rule below the headings. */
    boolean read(String line) {
        boolean cells = line.indexOf('|') >= 0;
        if (!cells && !headings.isEmpty()) {
            headings = List.of();
        } else if (!headings.isEmpty()) {
            row(cells(line));
            return true;
        }
        if (isRule(line) && before.indexOf('|') >= 0) {
            headings = cells(before);
            rows = 0;
            before = "";
            return true;
        }
        before = line;
        return false;
    }

    private static boolean isRule(String line) {
        return line.indexOf('-') >= 0
                && (line.indexOf('|') >= 0 || line.indexOf('+') >= 0)
                && RULE.matcher(line).matches();
    }

    private void row(List<String> cells) {
        boolean fits = cells.size() == headings.size() && cells.size() >= 2 && cells.size() <= MOST_COLUMNS;
        if (!fits || ++rows > MOST_ROWS) {
            return;
        }
        for (int i = 1; i < cells.size(); i++) {
            String key = cells.size() == 2 ? cells.get(0) : cells.get(0) + " " + headings.get(i);
            Clause clause = ClauseReader.cell(key, cells.get(i));
            if (clause != null) {
                found.accept(clause);
            }
        }
    }

    /** Splits a row at its bars; those at its ends enclose it. */
    private static List<String> cells(String line) {
        String row = line.strip();
        List<String> cells = new ArrayList<>();
        int from = row.startsWith("|") ? 1 : 0;
        int end = row.length() > 1 && row.endsWith("|") ? row.length() - 1 : row.length();
        for (int bar = row.indexOf('|', from); bar >= 0 && bar < end; bar = row.indexOf('|', from)) {
            cells.add(cell(row, from, bar));
            from = bar + 1;
            if (cells.size() > MOST_COLUMNS) {
                return cells;
            }
        }
        cells.add(cell(row, Math.min(from, end), end));
        return cells;
    }

    private static String cell(String row, int from, int to) {
        return row.substring(from, to).replace("**", "").strip();
    }
}
