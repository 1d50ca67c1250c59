package dev.pith.activities.memory.files;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A parsed daily file: blocks between Pith's markers, and everything else. Unchanged parts keep every byte. If two blocks have
 * the same id, the first is the memory, the other is plain text of the user. Not thread-safe.
 */
final class DailyText {

    /**
     * A stretch of the file.
     *
     * @param lines as they stand
     * @param block the one that they are; null for somebody's own lines
     */
    private record Piece(String lines, @Nullable Block block) {

        boolean isOf(String id) {
            return block != null && block.id().equals(id);
        }
    }

    private final String lineEnd;
    private final List<Piece> pieces = new ArrayList<>();
    private final Map<String, Block> blocks = new LinkedHashMap<>();

    DailyText(String lineEnd) {
        this.lineEnd = lineEnd;
    }

    /** Adds somebody's own lines as they were read. */
    void add(String lines) {
        if (!lines.isEmpty()) {
            pieces.add(new Piece(lines, null));
        }
    }

    /** Adds a block as it was read. */
    void add(String lines, Block block) {
        pieces.add(new Piece(lines, block));
        blocks.putIfAbsent(block.id(), block);
    }

    /** The block of a memory, as it stands. */
    Optional<Block> block(String id) {
        return Optional.ofNullable(blocks.get(id));
    }

    /** The ids of all blocks, whosever they are. */
    Set<String> ids() {
        return blocks.keySet();
    }

    /** Whether nothing is to be read in it. */
    boolean isBlank() {
        return pieces.stream().allMatch(piece -> piece.lines().isBlank());
    }

    /** Writes a block at the end, after an empty line; into an empty text after a title. */
    void append(Block block, String title) {
        if (isBlank()) {
            pieces.clear();
            add(title + lineEnd);
        }
        String last = pieces.get(pieces.size() - 1).lines();
        add((last.endsWith("\n") ? "" : lineEnd) + (endsBlank(last) ? "" : lineEnd));
        add(written(block), block);
    }

    /** Writes a block in the place of the one with its id. */
    void replace(Block block) {
        for (int at = 0; at < pieces.size(); at++) {
            if (pieces.get(at).isOf(block.id())) {
                pieces.set(at, new Piece(written(block), block));
                blocks.put(block.id(), block);
                return;
            }
        }
    }

    /** Takes a block out, with its copies that say the same, and the empty line after each. */
    void remove(String id) {
        Block block = blocks.remove(id);
        for (int at = pieces.size() - 1; at >= 0 && block != null; at--) {
            Block other = pieces.get(at).block();
            if (other != null && other.id().equals(id) && other.hash().equals(block.hash())) {
                pieces.remove(at);
                closeGap(at);
            }
        }
    }

    private void closeGap(int at) {
        if (at > 0 && at < pieces.size() && endsBlank(pieces.get(at - 1).lines())) {
            Piece next = pieces.get(at);
            String lines = next.lines().replaceFirst("^\\r?\\n", "");
            pieces.set(at, new Piece(lines, next.block()));
        }
    }

    private static boolean endsBlank(String lines) {
        return lines.endsWith("\n\n") || lines.endsWith("\n\r\n") || lines.equals("\n") || lines.equals("\r\n");
    }

    private String written(Block block) {
        String text = Markers.open(block) + "\n" + block.body() + "\n" + Markers.close(block.id()) + "\n";
        return text.replaceAll("\\r?\\n", lineEnd);
    }

    /** The text as a whole. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        pieces.forEach(piece -> text.append(piece.lines()));
        return text.toString();
    }
}
