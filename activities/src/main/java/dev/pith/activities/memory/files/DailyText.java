package dev.pith.activities.memory.files;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A parsed daily file: blocks between Pith's markers, and everything else. Unchanged parts keep every byte. If two
 * blocks have the same id, the first is the memory, and the other is treated as the user's text. Not thread-safe.
 */
final class DailyText {

    /**
     * A part of the file.
     *
     * @param lines its lines, unchanged
     * @param block the block that they contain; null for the user's own lines
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

    /** Adds lines of the user as they were read. */
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

    /** Returns the block of a memory. */
    Optional<Block> block(String id) {
        return Optional.ofNullable(blocks.get(id));
    }

    /** Returns the ids of all blocks in the file. */
    Set<String> ids() {
        return blocks.keySet();
    }

    /** Returns whether the text is empty or white space only. */
    boolean isBlank() {
        return pieces.stream().allMatch(piece -> piece.lines().isBlank());
    }

    /** Appends a block after an empty line; an empty text gets a title first. */
    void append(Block block, String title) {
        if (isBlank()) {
            pieces.clear();
            add(title + lineEnd);
        }
        String last = pieces.get(pieces.size() - 1).lines();
        add((last.endsWith("\n") ? "" : lineEnd) + (endsBlank(last) ? "" : lineEnd));
        add(written(block), block);
    }

    /** Replaces the block with the same id. */
    void replace(Block block) {
        for (int at = 0; at < pieces.size(); at++) {
            if (pieces.get(at).isOf(block.id())) {
                pieces.set(at, new Piece(written(block), block));
                blocks.put(block.id(), block);
                return;
            }
        }
    }

    /** Removes a block, its identical copies, and the empty line after each. */
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

    /** Returns the whole text. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        pieces.forEach(piece -> text.append(piece.lines()));
        return text.toString();
    }
}
