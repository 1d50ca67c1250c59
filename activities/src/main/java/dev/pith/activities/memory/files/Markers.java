package dev.pith.activities.memory.files;

import java.nio.file.Path;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Parses the markers of a daily file, which separate the blocks of memories from the user's own lines. */
final class Markers {

    private static final Pattern OPEN = Pattern.compile("^\\s*<!-- pith:([0-9a-z]{8,32})(?: (.*?))? -->\\s*");
    private static final Pattern CLOSE = Pattern.compile("^\\s*<!-- /pith:([0-9a-z]{8,32}) -->\\s*");
    private static final Pattern CONFLICT = Pattern.compile("(?:<{7}|>{7}|\\|{7})(?:\\s.*)?", Pattern.DOTALL);
    private static final Pattern LINE = Pattern.compile("[^\\n]*\\n|[^\\n]+");

    private final Path file;
    private final String[] lines;
    private final DailyText daily;

    private Markers(Path file, String text) {
        this.file = file;
        this.lines = LINE.matcher(text).results().map(found -> found.group()).toArray(String[]::new);
        this.daily = new DailyText(text.contains("\r\n") ? "\r\n" : "\n");
    }

    /**
     * Parses a text into blocks and the user's lines.
     *
     * @throws DamagedFileException if a marker is unpaired, or the text contains a merge conflict
     */
    static DailyText read(Path file, String text) throws DamagedFileException {
        Markers markers = new Markers(file, text);
        markers.refuseConflicts();
        markers.read();
        return markers.daily;
    }

    static String open(Block block) {
        return "<!-- pith:" + block.id() + (block.heading().isEmpty() ? "" : " " + block.heading()) + " -->";
    }

    static String close(String id) {
        return "<!-- /pith:" + id + " -->";
    }

    private void refuseConflicts() throws DamagedFileException {
        for (int at = 0; at < lines.length; at++) {
            if (CONFLICT.matcher(lines[at]).matches()) {
                throw new DamagedFileException(
                        file, "has a conflict marker in line " + (at + 1) + ": resolve it, then it is kept up again");
            }
        }
    }

    private void read() throws DamagedFileException {
        StringBuilder others = new StringBuilder();
        for (int at = 0; at < lines.length; at++) {
            Matcher open = OPEN.matcher(lines[at]);
            if (!open.matches()) {
                refuseEnd(at);
                others.append(lines[at]);
                continue;
            }
            int end = end(at, open.group(1));
            daily.add(others.toString());
            others.setLength(0);
            String heading = Objects.requireNonNullElse(open.group(2), "");
            daily.add(joined(at, end + 1), new Block(open.group(1), heading, joined(at + 1, end)));
            at = end;
        }
        daily.add(others.toString());
    }

    private int end(int open, String id) throws DamagedFileException {
        for (int at = open + 1; at < lines.length; at++) {
            Matcher close = CLOSE.matcher(lines[at]);
            if (close.matches() && close.group(1).equals(id)) {
                return at;
            }
            if (close.matches() || OPEN.matcher(lines[at]).matches()) {
                break;
            }
        }
        throw new DamagedFileException(
                file,
                "has no end for the block that begins in line " + (open + 1) + ": add " + close(id)
                        + " after it, or remove its first line, or run pith memory rebuild");
    }

    /** Refuses a closing marker without an opening one: its block would otherwise count as removed. */
    private void refuseEnd(int at) throws DamagedFileException {
        Matcher close = CLOSE.matcher(lines[at]);
        if (close.matches()) {
            throw new DamagedFileException(
                    file,
                    "has no beginning for the block that ends in line " + (at + 1) + ": add <!-- pith:" + close.group(1)
                            + " --> before it, or remove that line, or run pith memory rebuild");
        }
    }

    private String joined(int from, int to) {
        StringBuilder text = new StringBuilder();
        for (int at = from; at < to; at++) {
            text.append(lines[at]);
        }
        return text.toString();
    }
}
