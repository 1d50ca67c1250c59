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

/** The index as text: at most so many lines and bytes, of which no kind takes so much that nothing is left for the next. */
final class IndexText {

    /** What Claude Code reads of a file of this name, see its documentation on memory: 200 lines or 25 KB. */
    private static final int MOST_LINES = 180;

    private static final int MOST_BYTES = 20_000;
    private static final int LONGEST_LINE = 240;

    /** A title with its empty lines, and what says how many more there are. */
    private static final int FRAME_LINES = 4;

    private static final int FRAME_BYTES = 100;

    /** In the order of the index. */
    private static final List<MemoryKind> ORDER = List.of(
            MemoryKind.CONSTRAINT, MemoryKind.PREFERENCE, MemoryKind.DECISION, MemoryKind.OPEN, MemoryKind.FACT);

    /** Which share a kind may take of what is left. */
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

    /** The newest of a kind, as many as its share takes. */
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

    /** Whose words they are: what a program printed binds nobody. */
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
