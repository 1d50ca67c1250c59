package dev.pith.activities.summarizing;

import dev.pith.activities.text.Clip;
import dev.pith.activities.text.Ends;
import dev.pith.activities.text.Layout;
import dev.pith.activities.text.LineShape;
import dev.pith.activities.tokens.TokenCounter;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Returns as much of a text as fits, in whole sentences and lines: its beginning, binding sentences, its end, then the
 * rest. Lines keep their indentation, and stay on their own line beside a gap.
 */
final class Excerpt {

    private static final String GAP = "[…]";
    private static final int GAP_TOKENS = 4;

    /** The most pieces of one text that are considered; the middle of a longer one is dropped first. */
    private static final int MOST = 400;

    private final TokenCounter counter;
    private final List<Piece> pieces;
    private final TreeSet<Integer> kept = new TreeSet<>();
    private final Set<String> shapes = new HashSet<>();
    private int left;

    private Excerpt(List<Piece> pieces, int room, TokenCounter counter) {
        this.pieces = pieces;
        this.counter = counter;
        this.left = room - GAP_TOKENS;
    }

    /**
     * Returns an excerpt that fits.
     *
     * @param room the most tokens
     */
    static String of(String text, int room, TokenCounter counter) {
        String tidy = Layout.of(text);
        if (counter.strict(tidy) + 2 <= room) {
            return tidy;
        }
        Excerpt excerpt = new Excerpt(Ends.of(Piece.of(tidy), MOST), room, counter);
        excerpt.keep(room);
        List<Piece> binding = excerpt.pieces.stream().filter(Piece::binds).toList();
        boolean bound = binding.isEmpty()
                || excerpt.kept.stream().anyMatch(i -> excerpt.pieces.get(i).binds());
        if (excerpt.kept.isEmpty() || !bound) {
            return clipped(bound ? tidy : binding.get(0).text().strip(), room, counter);
        }
        return excerpt.joined();
    }

    /** Clips a text if all of its sentences are too long, or no binding one fits. */
    private static String clipped(String text, int room, TokenCounter counter) {
        int length = Math.min(text.length(), room * 4);
        int binding = Weight.bindsAt(text);
        String clip = Clip.keeping(text, binding, length);
        while (length > 8 && counter.strict(clip) + 2 > room) {
            length = length * 4 / 5;
            clip = Clip.keeping(text, binding, length);
        }
        // The gap marks alone can exceed the room.
        return counter.strict(clip) + 2 > room ? Clip.first(text, Math.max(1, room / 3)) : clip;
    }

    private void keep(int room) {
        List<Integer> binding = where(true);
        // A beginning that takes most of the room must not displace binding sentences.
        if (!pieces.isEmpty()
                && (binding.isEmpty() || counter.strict(pieces.get(0).text()) <= room / 2)) {
            keepAt(0);
        }
        binding.forEach(this::keepAt);
        keepAt(0);
        keepAt(pieces.size() - 1);
        where(false).forEach(this::keepAt);
        for (int i = 0; i < pieces.size(); i++) {
            keepAt(i);
        }
    }

    /** Returns the pieces that bind, or those that report a decision, a reason or an outcome. */
    private List<Integer> where(boolean binding) {
        List<Integer> where = new ArrayList<>();
        for (int i = 0; i < pieces.size(); i++) {
            Piece piece = pieces.get(i);
            if (binding ? piece.binds() : !piece.code() && Weight.tells(piece.text())) {
                where.add(i);
            }
        }
        return where;
    }

    /**
     * Keeps a piece if it fits, has content, and does not repeat a kept one; a line of a code block includes its
     * fences. A piece behind the first that only introduces the next one is kept with it or not at all.
     */
    private void keepAt(int i) {
        if (i < 0 || i >= pieces.size() || kept.contains(i) || !pieces.get(i).isTelling()) {
            return;
        }
        Piece piece = pieces.get(i);
        if (i > 0 && piece.introduces() && !piece.binds() && !keepsNext(i)) {
            return;
        }
        String shape = LineShape.of(piece.text().strip());
        if (!piece.code() && shapes.contains(shape)) {
            return;
        }
        List<Integer> fences = piece.block() < 0 ? List.of() : fences(piece.block());
        int cost = counter.strict(piece.counted()) + (neighbors(i) ? 0 : GAP_TOKENS);
        for (int fence : fences) {
            cost += kept.contains(fence) ? 0 : counter.strict(pieces.get(fence).counted());
        }
        if (cost <= left) {
            shapes.add(shape);
            kept.add(i);
            kept.addAll(fences);
            left -= cost;
        }
    }

    /** Keeps the next piece with content; returns whether it is kept. */
    private boolean keepsNext(int i) {
        int next = i + 1;
        while (next < pieces.size() && !pieces.get(next).isTelling()) {
            next++;
        }
        keepAt(next);
        return kept.contains(next);
    }

    private List<Integer> fences(int block) {
        List<Integer> fences = new ArrayList<>();
        for (int i = 0; i < pieces.size(); i++) {
            if (pieces.get(i).fence() && pieces.get(i).block() == block) {
                fences.add(i);
            }
        }
        return fences;
    }

    private boolean neighbors(int i) {
        return kept.contains(i - 1) || kept.contains(i + 1);
    }

    private String joined() {
        StringBuilder text = new StringBuilder();
        int next = 0;
        for (int i : kept) {
            Piece piece = pieces.get(i);
            boolean gap = i > next;
            if (gap) {
                gap(text, piece.code() || (next > 0 && pieces.get(next - 1).code()));
            }
            boolean first = text.isEmpty();
            text.append(first ? "" : piece.opensLine() ? "\n" : gap ? " " : "")
                    .append(gap && !piece.opensLine() ? piece.text().stripLeading() : piece.text());
            next = i + 1;
        }
        if (next < pieces.size()) {
            gap(text, pieces.get(next - 1).code());
        }
        return text.toString();
    }

    /** Appends a gap mark after the text, or on its own line beside code. */
    private static void gap(StringBuilder text, boolean code) {
        text.append(text.isEmpty() ? "" : code ? "\n" : " ").append(GAP);
    }
}
