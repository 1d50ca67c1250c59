package dev.pith.activities.memory.files;

import dev.pith.activities.conversation.Origin;
import dev.pith.activities.memory.Memory;
import dev.pith.activities.memory.MemoryKind;
import dev.pith.activities.memory.MemorySearch;
import dev.pith.activities.store.Database;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The text of the index, of bounded lines and bytes. The share of each kind is limited, so that every kind finds space.
 */
final class IndexText {

    /**
     * Stays below what Claude Code reads of a {@code MEMORY.md}: 200 lines or 25 KB, see its documentation on memory.
     */
    private static final int MOST_LINES = 180;

    private static final int MOST_BYTES = 20_000;
    private static final int LONGEST_LINE = 240;

    /** Reserved for a section's title, its empty lines and the line about older memories. */
    private static final int FRAME_LINES = 4;

    private static final int FRAME_BYTES = 100;

    /** The kinds in the order of the index. */
    private static final List<MemoryKind> ORDER = List.of(
            MemoryKind.CONSTRAINT, MemoryKind.PREFERENCE, MemoryKind.DECISION, MemoryKind.OPEN, MemoryKind.FACT);

    /** Maximum share of the remaining space for each kind. */
    private static final Map<MemoryKind, Double> SHARES = Map.of(
            MemoryKind.CONSTRAINT, 0.4,
            MemoryKind.PREFERENCE, 0.5,
            MemoryKind.DECISION, 0.5,
            MemoryKind.OPEN, 0.5,
            MemoryKind.FACT, 1.0);

    private final MemorySearch memories;
    private final StringBuilder text = new StringBuilder("# Memory\n");
    private int linesLeft = MOST_LINES;
    private int bytesLeft = MOST_BYTES;

    IndexText(Database database) {
        this.memories = database.table(MemorySearch.class);
        ORDER.forEach(this::section);
    }

    /** Appends the newest memories of a kind, as many as fit in its share. */
    private void section(MemoryKind kind) {
        double share = SHARES.getOrDefault(kind, 1.0);
        int lines = (int) (share * linesLeft) - FRAME_LINES;
        int bytes = (int) (share * bytesLeft) - FRAME_BYTES;
        StringBuilder section = new StringBuilder();
        int shown = 0;
        for (Memory memory : newest(kind)) {
            String line = line(memory);
            bytes -= line.getBytes(StandardCharsets.UTF_8).length;
            if (shown == lines || bytes < 0) {
                section.append("- … older ones: pith memory list --kind ")
                        .append(lower(kind))
                        .append('\n');
                break;
            }
            section.append(line);
            shown++;
        }
        if (!section.isEmpty()) {
            text.append("\n## ").append(title(kind)).append("\n\n").append(section);
            linesLeft -= shown + FRAME_LINES;
            bytesLeft -= section.toString().getBytes(StandardCharsets.UTF_8).length + FRAME_BYTES;
        }
    }

    private List<Memory> newest(MemoryKind kind) {
        String[] holding = {"active", "edited"};
        return memories.find(lower(kind), null, null, holding, new String[0], MOST_LINES);
    }

    private static String line(Memory memory) {
        String said = memory.text().replaceAll("\\s+", " ").replace("<!--", "<\\!--");
        String shown = said.length() <= LONGEST_LINE
                ? said
                : said.substring(0, said.offsetByCodePoints(0, said.codePointCount(0, LONGEST_LINE - 1))) + "…";
        return "- " + shown + " (" + who(memory.source()) + ", [" + memory.day() + "](" + memory.day() + ".md))\n";
    }

    /** Names the author, so that a reader does not take a program's output for a rule. */
    private static String who(Origin source) {
        return switch (source) {
            case PERSON -> "a person";
            case AGENT -> "the agent";
            case HARNESS -> "a program";
            case NATIVE_SUMMARY -> "an earlier summary";
        };
    }

    private static String lower(MemoryKind kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }

    private static String title(MemoryKind kind) {
        return switch (kind) {
            case CONSTRAINT -> "Constraints";
            case PREFERENCE -> "Preferences";
            case DECISION -> "Decisions";
            case OPEN -> "Open ends";
            case FACT -> "Facts";
        };
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
