package dev.pith.activities.memory.files;

import dev.pith.activities.memory.Memory;
import dev.pith.activities.memory.MemoryKind;
import dev.pith.activities.store.Database;
import dev.pith.activities.store.MemorySearch;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * {@code MEMORY.md}: what holds now, the kinds that bind first, each thing with the file that it stands in. Bounded, so that a
 * model can be given all of it; what somebody writes outside of Pith's markers stays.
 */
final class MemoryIndex {

    /** What Claude Code reads of a file of this name, see its documentation on memory: 200 lines or 25 KB. */
    private static final int MOST_LINES = 180;

    private static final int MOST_BYTES = 20_000;
    private static final int LONGEST_LINE = 240;
    private static final int MOST_READ = 1_000;

    private static final String OPEN = "<!-- pith:index -->";
    private static final String CLOSE = "<!-- /pith:index -->";

    /** In the order of the index, with the share of its lines that a kind may take of what is left. */
    private static final Map<MemoryKind, Double> SHARES = Map.of(
            MemoryKind.CONSTRAINT, 0.4,
            MemoryKind.PREFERENCE, 0.5,
            MemoryKind.DECISION, 0.5,
            MemoryKind.OPEN, 0.5,
            MemoryKind.FACT, 1.0);

    private static final List<MemoryKind> ORDER = List.of(
            MemoryKind.CONSTRAINT, MemoryKind.PREFERENCE, MemoryKind.DECISION, MemoryKind.OPEN, MemoryKind.FACT);

    private final Database database;
    private final Path path;

    MemoryIndex(Database database, Path directory) {
        this.database = database;
        this.path = directory.resolve("MEMORY.md");
    }

    void keep() throws IOException, DamagedFileException {
        TextFile file = TextFile.read(path);
        String index = OPEN + "\n" + text() + CLOSE;
        String text = file.text();
        int open = text.indexOf(OPEN);
        int close = text.indexOf(CLOSE);
        if (open < 0 && close < 0) {
            String gap = text.isEmpty() || text.endsWith("\n\n") ? "" : text.endsWith("\n") ? "\n" : "\n\n";
            write(file, text + gap + index + "\n");
        } else if (open >= 0 && close > open) {
            write(file, text.substring(0, open) + index + text.substring(close + CLOSE.length()));
        } else {
            throw new DamagedFileException(
                    path, "has one of " + OPEN + " and " + CLOSE + " without the other: remove it or add the other");
        }
    }

    private static void write(TextFile file, String text) throws IOException {
        if (!text.equals(file.text())) {
            // Somebody who wrote it meanwhile wins; the next change brings the index up to date.
            file.replace(text);
        }
    }

    private String text() {
        Map<MemoryKind, List<Memory>> byKind = database
                .table(MemorySearch.class)
                .find(null, null, null, new String[] {"active", "edited"}, new String[0], MOST_READ)
                .stream()
                .collect(Collectors.groupingBy(Memory::kind));
        StringBuilder text = new StringBuilder("# Memory\n");
        int lines = MOST_LINES;
        for (MemoryKind kind : ORDER) {
            List<Memory> own = byKind.getOrDefault(kind, List.of());
            int share = Math.min(own.size(), (int) (lines * SHARES.getOrDefault(kind, 1.0)));
            if (share > 0) {
                text.append("\n## ").append(title(kind)).append("\n\n");
                lines -= section(own.subList(0, share), text) + 3;
            }
        }
        return text.toString();
    }

    private static int section(List<Memory> memories, StringBuilder text) {
        int lines = 0;
        for (Memory memory : memories) {
            String line = line(memory);
            if (bytes(text) + bytes(line) <= MOST_BYTES) {
                text.append(line);
                lines++;
            }
        }
        return lines;
    }

    private static String line(Memory memory) {
        String said = memory.text().replaceAll("\\s+", " ").replace("<!--", "<\\!--");
        String shown = said.length() <= LONGEST_LINE
                ? said
                : said.substring(0, said.offsetByCodePoints(0, said.codePointCount(0, LONGEST_LINE - 1))) + "…";
        return "- " + shown + " ([" + memory.day() + "](" + memory.day() + ".md))\n";
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

    private static int bytes(CharSequence text) {
        return text.toString().getBytes(StandardCharsets.UTF_8).length;
    }
}
