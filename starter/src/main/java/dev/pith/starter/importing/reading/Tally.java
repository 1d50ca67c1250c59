package dev.pith.starter.importing.reading;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Counts while a source is read. */
public final class Tally {

    private long conversations;
    private long records;
    private long messages;
    private long damaged;
    private final List<Long> damagedLines = new ArrayList<>();
    private final Set<Long> repairedLines = new LinkedHashSet<>();
    private final Set<Long> unescapedLines = new LinkedHashSet<>();
    private final Map<String, Long> ignored = new TreeMap<>();
    private final List<String> notes = new ArrayList<>();

    void conversation() {
        conversations++;
    }

    public void record() {
        records++;
    }

    void message() {
        messages++;
    }

    public void damaged(long line) {
        damaged++;
        if (damagedLines.size() < ImportSummary.DAMAGED_LINES_KEPT) {
            damagedLines.add(line);
        }
    }

    /** Counts a line with invalid UTF-8, read with U+FFFD in its place. */
    public void repaired(long line) {
        if (repairedLines.size() <= ImportSummary.DAMAGED_LINES_KEPT) {
            repairedLines.add(line);
        }
    }

    /** Counts a line with unescaped characters that JSON requires to be escaped, or with an unknown escape. */
    void unescaped(long line) {
        if (unescapedLines.size() <= ImportSummary.DAMAGED_LINES_KEPT) {
            unescapedLines.add(line);
        }
    }

    public void ignored(String kind) {
        ignored.merge(kind, 1L, Long::sum);
    }

    public void note(String sentence) {
        notes.add(sentence);
    }

    public ImportSummary summary(String name, String format) {
        List<String> notes = new ArrayList<>(this.notes);
        if (!repairedLines.isEmpty()) {
            notes.add("bytes that are no UTF-8 were read as U+FFFD in " + named(repairedLines));
        }
        if (!unescapedLines.isEmpty()) {
            notes.add("characters that JSON wants escaped were read as they stand in " + named(unescapedLines));
        }
        return new ImportSummary(name, format, conversations, records, messages, damaged, damagedLines, ignored, notes);
    }

    private static String named(Set<Long> lines) {
        boolean more = lines.size() > ImportSummary.DAMAGED_LINES_KEPT;
        return (lines.size() == 1 ? "line " : "lines ")
                + lines.stream()
                        .limit(ImportSummary.DAMAGED_LINES_KEPT)
                        .map(String::valueOf)
                        .collect(Collectors.joining(", "))
                + (more ? " and more" : "");
    }
}
