package dev.pith.activities.summarizing;

import dev.pith.activities.tokens.TokenCounter;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** As much of a text as fits, in whole sentences: what binds, its beginning, its end, then the rest. */
final class Excerpt {

    private static final String GAP = "[…]";
    private static final int GAP_TOKENS = 3;

    /** Gaps with nothing between them are one. */
    private static final Pattern GAPS = Pattern.compile("\\s*\\[…\\](?:\\s*\\[…\\])*\\s*");

    /** More pieces of one text are not weighed; its middle is left out before. */
    private static final int MOST = 400;

    private Excerpt() {}

    /**
     * As much as fits.
     *
     * @param room in tokens
     */
    static String of(String text, int room, TokenCounter counter) {
        String tidy = text.strip().replaceAll("[ \t]*\n\\s*", "\n");
        if (counter.strict(tidy) + 2 <= room) {
            return tidy;
        }
        List<String> pieces = pieces(tidy);
        TreeSet<Integer> kept = new TreeSet<>();
        int left = room - GAP_TOKENS;
        for (int i : order(pieces)) {
            int cost = counter.strict(pieces.get(i)) + (neighbors(kept, i) ? 0 : GAP_TOKENS);
            if (cost <= left && isTelling(pieces.get(i)) && kept.add(i)) {
                left -= cost;
            }
        }
        if (kept.isEmpty()) {
            return clipped(tidy, room, counter);
        }
        return joined(pieces, kept);
    }

    /** For a text whose sentences are all too long. */
    private static String clipped(String text, int room, TokenCounter counter) {
        int length = Math.min(text.length(), room * 4);
        String clip = Clip.middle(text, length);
        while (length > 8 && counter.strict(clip) + 2 > room) {
            length = length * 4 / 5;
            clip = Clip.middle(text, length);
        }
        return clip.replace('\n', ' ');
    }

    private static List<String> pieces(String text) {
        List<String> pieces = new ArrayList<>();
        for (String line : text.split("\n", -1)) {
            pieces.addAll(Sentences.pieces(line));
            if (!line.isEmpty()) {
                pieces.set(pieces.size() - 1, pieces.get(pieces.size() - 1) + "\n");
            }
        }
        if (pieces.size() > MOST) {
            List<String> ends = new ArrayList<>(pieces.subList(0, MOST / 2));
            ends.addAll(pieces.subList(pieces.size() - MOST / 2, pieces.size()));
            return ends;
        }
        return pieces;
    }

    private static boolean isTelling(String piece) {
        return piece.chars().anyMatch(Character::isLetterOrDigit);
    }

    private static boolean neighbors(Set<Integer> kept, int i) {
        return kept.contains(i - 1) || kept.contains(i + 1);
    }

    /** What opens and what closes, what binds or tells a reason, then the rest from the beginning. */
    private static List<Integer> order(List<String> pieces) {
        List<Integer> order = new ArrayList<>();
        order.add(0);
        order.add(pieces.size() - 1);
        boolean code = false;
        for (int i = 0; i < pieces.size(); i++) {
            String piece = pieces.get(i);
            code ^= piece.stripLeading().startsWith("```");
            if (!code && (Weight.binds(piece) || Weight.tells(piece))) {
                order.add(i);
            }
        }
        for (int i = 0; i < pieces.size(); i++) {
            order.add(i);
        }
        return order;
    }

    private static String joined(List<String> pieces, Set<Integer> kept) {
        StringBuilder text = new StringBuilder();
        int next = 0;
        for (int i : kept) {
            text.append(i > next ? gap(text) : "").append(pieces.get(i));
            next = i + 1;
        }
        text.append(next < pieces.size() ? gap(text) : "");
        return GAPS.matcher(text).replaceAll(" " + GAP + " ").strip();
    }

    private static String gap(StringBuilder before) {
        boolean open = before.isEmpty() || Character.isWhitespace(before.charAt(before.length() - 1));
        return (open ? "" : " ") + GAP + " ";
    }
}
