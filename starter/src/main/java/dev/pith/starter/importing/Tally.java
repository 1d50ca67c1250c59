package dev.pith.starter.importing;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Counts while a source is read. */
final class Tally {

    private long conversations;
    private long records;
    private long messages;
    private long damaged;
    private final List<Long> damagedLines = new ArrayList<>();
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

    void ignored(String kind) {
        ignored.merge(kind, 1L, Long::sum);
    }

    void note(String sentence) {
        notes.add(sentence);
    }

    ImportSummary summary(String name, String format) {
        return new ImportSummary(name, format, conversations, records, messages, damaged, damagedLines, ignored, notes);
    }
}
