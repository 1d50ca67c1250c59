package dev.pith.activities.memory.files;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A daily file taken apart: blocks between Pith's markers, and everything else, which stays as it is. Not thread-safe. */
final class DailyText {

    private static final Pattern OPEN = Pattern.compile("<!-- pith:([0-9a-z]{8,32})(?: (.*?))? -->\\s*");
    private static final Pattern CLOSE = Pattern.compile("<!-- /pith:([0-9a-z]{8,32}) -->\\s*");

    /** The others' lines as they stand, or a block. */
    private record Piece(String lines, @Nullable Block block) {}

    private final List<Piece> pieces = new ArrayList<>();
    private final Map<String, Block> blocks = new LinkedHashMap<>();

    private DailyText() {}

    /**
     * Takes a text apart.
     *
     * @throws DamagedFileException where it cannot be told what is whose
     */
    static DailyText of(Path file, String text) throws DamagedFileException {
        DailyText daily = new DailyText();
        StringBuilder others = new StringBuilder();
        String[] lines = text.split("\n", -1);
        refuseConflicts(file, lines);
        for (int at = 0; at < lines.length; at++) {
            Matcher open = OPEN.matcher(lines[at]);
            boolean first = open.matches() && !daily.blocks.containsKey(open.group(1));
            if (!first) {
                others.append(lines[at]).append(at < lines.length - 1 ? "\n" : "");
                continue;
            }
            int end = end(file, lines, at, open.group(1));
            String body = String.join("\n", List.of(lines).subList(at + 1, end));
            daily.others(others);
            daily.add(
                    new Block(open.group(1), Optional.ofNullable(open.group(2)).orElse(""), body));
            at = end;
        }
        daily.others(others);
        return daily;
    }

    private static void refuseConflicts(Path file, String[] lines) throws DamagedFileException {
        for (int at = 0; at < lines.length; at++) {
            if (lines[at].startsWith("<<<<<<< ") || lines[at].startsWith(">>>>>>> ")) {
                throw new DamagedFileException(
                        file, "has a conflict marker in line " + (at + 1) + ": resolve it, then it is kept up again");
            }
        }
    }

    private static int end(Path file, String[] lines, int open, String id) throws DamagedFileException {
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
                "has no end for the block that begins in line " + (open + 1) + ": add <!-- /pith:" + id
                        + " --> after it, or remove its first line, or run pith memory rebuild");
    }

    private void others(StringBuilder lines) {
        if (!lines.isEmpty()) {
            pieces.add(new Piece(lines.toString(), null));
            lines.setLength(0);
        }
    }

    private void add(Block block) {
        pieces.add(new Piece("", block));
        blocks.put(block.id(), block);
    }

    /** The block of a memory, as it stands. */
    Optional<Block> block(String id) {
        return Optional.ofNullable(blocks.get(id));
    }

    /** Whether nothing stands in it. */
    boolean isEmpty() {
        return toString().isBlank();
    }

    /** Begins it. */
    void open(String title) {
        pieces.clear();
        pieces.add(new Piece(title, null));
    }

    /** Adds a block at the end, after an empty line. */
    void append(Block block) {
        String text = toString();
        String gap = text.isEmpty() || text.endsWith("\n\n") ? "" : text.endsWith("\n") ? "\n" : "\n\n";
        if (!gap.isEmpty()) {
            pieces.add(new Piece(gap, null));
        }
        add(block);
    }

    /** Puts a block in the place of the one with its id. */
    void replace(Block block) {
        blocks.put(block.id(), block);
        pieces.replaceAll(piece -> isOf(piece, block.id()) ? new Piece("", block) : piece);
    }

    void remove(String id) {
        blocks.remove(id);
        pieces.removeIf(piece -> isOf(piece, id));
    }

    private static boolean isOf(Piece piece, String id) {
        return piece.block() != null && piece.block().id().equals(id);
    }

    /** The text as a whole. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        for (Piece piece : pieces) {
            Block block = piece.block();
            if (block == null) {
                text.append(piece.lines());
            } else {
                text.append("<!-- pith:").append(block.id());
                text.append(block.heading().isEmpty() ? "" : " " + block.heading())
                        .append(" -->\n");
                text.append(block.body())
                        .append("\n<!-- /pith:")
                        .append(block.id())
                        .append(" -->\n");
            }
        }
        return text.toString();
    }
}
