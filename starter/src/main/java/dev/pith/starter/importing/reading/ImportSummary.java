package dev.pith.starter.importing.reading;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The result of reading one source.
 *
 * @param name the file as it was named, or the name given to a stream
 * @param format the detected format, such as {@code claude-code}
 * @param records the number of JSON records, or lines of plain text, that were read
 * @param damaged the number of unreadable lines, which were skipped
 * @param damagedLines the numbers of the first {@value #DAMAGED_LINES_KEPT} of them
 * @param ignored the number of records that are no messages, by kind
 * @param notes information for the user, one sentence each
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

    /** The maximum size of {@code damagedLines}. */
    public static final int DAMAGED_LINES_KEPT = 20;

    public ImportSummary {
        damagedLines = List.copyOf(damagedLines);
        ignored = Collections.unmodifiableMap(new TreeMap<>(ignored));
        notes = List.copyOf(notes);
    }
}
