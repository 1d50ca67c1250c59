package dev.pith.activities.memory.files;

import dev.pith.activities.store.Database;
import java.io.IOException;
import java.nio.file.Path;

/**
 * {@code MEMORY.md}: the memories in force, constraints and preferences first, each with a link to its daily file.
 * Bounded, so that a model can be given all of it. Text outside of Pith's markers is kept.
 */
final class MemoryIndex {

    private static final String OPEN = "<!-- pith:index -->";
    private static final String CLOSE = "<!-- /pith:index -->";

    private final Database database;
    private final Path path;

    MemoryIndex(Database database, Path directory) {
        this.database = database;
        this.path = directory.resolve("MEMORY.md");
    }

    /** Returns the path of the index. */
    Path path() {
        return path;
    }

    /**
     * Updates the index from the rows. If another program writes it at this moment, the next call updates it.
     *
     * @throws DamagedFileException if the markers of the index are unpaired or repeated
     */
    void keep() throws IOException, DamagedFileException {
        TextFile file = TextFile.read(path);
        String before = file.text();
        String lineEnd = before.contains("\r\n") ? "\r\n" : "\n";
        String index = OPEN + "\n" + new IndexText(database) + CLOSE;
        String now = with(before, index.replace("\n", lineEnd), lineEnd);
        if (!now.equals(before)) {
            file.replace(now);
        }
    }

    private String with(String text, String index, String lineEnd) throws DamagedFileException {
        int open = text.indexOf(OPEN);
        int close = text.indexOf(CLOSE);
        if (open < 0 && close < 0) {
            String gap = text.isEmpty() ? "" : text.endsWith("\n") ? lineEnd : lineEnd + lineEnd;
            return text + gap + index + lineEnd;
        }
        boolean damaged =
                open < 0 || close < open || open != text.lastIndexOf(OPEN) || close != text.lastIndexOf(CLOSE);
        if (damaged) {
            throw new DamagedFileException(
                    path,
                    "must have " + OPEN + " once, and after it " + CLOSE
                            + " once: mend them, or remove both to have the index written at the end");
        }
        return text.substring(0, open) + index + text.substring(close + CLOSE.length());
    }
}
