package dev.pith.starter.importing;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Counts while a source is read. */
final class Tally {

    private long conversations;
    private long records;
    private long messages;
    private long damaged;
    private final List<Long> damagedLines = new ArrayList<>();
    private final Set<Long> repairedLines = new LinkedHashSet<>();
    private final Map<String, Long> ignored = new TreeMap<>();
    private final List<String> notes = new ArrayList<>();

    void conversation() {
        conversations++;
    }

    void record() {
        records++;
    }

    void message() {
        messages++;
    }

    void damaged(long line) {
        damaged++;
        if (damagedLines.size() < ImportSummary.DAMAGED_LINES_KEPT) {
            damagedLines.add(line);
        }
    }

    /** A line with bytes that are no UTF-8; it is read with U+FFFD in their place. */
    void repaired(long line) {
        if (repairedLines.size() <= ImportSummary.DAMAGED_LINES_KEPT) {
            repairedLines.add(line);
        }
    }

    void ignored(String kind) {
        ignored.merge(kind, 1L, Long::sum);
    }

    void note(String sentence) {
        notes.add(sentence);
    }

    ImportSummary summary(String name, String format) {
        List<String> notes = new ArrayList<>(this.notes);
        if (!repairedLines.isEmpty()) {
            notes.add("bytes that are no UTF-8 were read as U+FFFD in " + namedLines());
        }
        return new ImportSummary(name, format, conversations, records, messages, damaged, damagedLines, ignored, notes);
    }

    private String namedLines() {
        boolean more = repairedLines.size() > ImportSummary.DAMAGED_LINES_KEPT;
        return (repairedLines.size() == 1 ? "line " : "lines ")
                + repairedLines.stream()
                        .limit(ImportSummary.DAMAGED_LINES_KEPT)
                        .map(String::valueOf)
                        .collect(Collectors.joining(", "))
                + (more ? " and more" : "");
    }
}
