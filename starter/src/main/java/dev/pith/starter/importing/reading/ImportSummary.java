package dev.pith.starter.importing.reading;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What came out of one source.
 *
 * @param name the file as it was named, or the name given to a stream
 * @param format what it was recognized as, such as {@code claude-code}
 * @param records JSON records, or lines of plain text, that were looked at
 * @param damaged lines that could not be read and were skipped
 * @param damagedLines the numbers of the first {@value #DAMAGED_LINES_KEPT} of them
 * @param ignored records that are no messages, by kind
 * @param notes what a reader should be told, one sentence each
 */
public record ImportSummary(
        String name,
        String format,
        long conversations,
        long records,
        long messages,
        long damaged,
        List<Long> damagedLines,
        Map<String, Long> ignored,
        List<String> notes) {

    /** How many numbers of damaged lines are kept. */
    public static final int DAMAGED_LINES_KEPT = 20;

    public ImportSummary {
        damagedLines = List.copyOf(damagedLines);
        ignored = Collections.unmodifiableMap(new TreeMap<>(ignored));
        notes = List.copyOf(notes);
    }
}
