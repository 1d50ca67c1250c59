package dev.pith.activities.text;

import java.util.ArrayList;
import java.util.List;

/**
 * Folds long lists of like items within a line, such as {@code a-1=x; a-2=y; a-3=z}: keeps the first and the last item
 * and the count of those between them. Linear.
 */
public final class FoldedLists {

    /** The fewest items of one template that are folded. */
    private static final int LEAST = 8;

    /** Shorter lines have no list that is worth folding. In characters. */
    private static final int SHORTEST = 120;

    private FoldedLists() {}

    /** Returns the text with folded lists. */
    public static String folded(String text) {
        if (text.length() < SHORTEST) {
            return text;
        }
        List<String> lines = new ArrayList<>();
        text.lines().forEach(line -> lines.add(line.length() < SHORTEST ? line : line(line)));
        return String.join("\n", lines);
    }

    private static String line(String line) {
        for (String between : List.of("; ", ", ")) {
            String[] items = line.split(between, -1);
            if (items.length >= LEAST) {
                String folded = items(items, between);
                if (folded.length() < line.length()) {
                    return folded;
                }
            }
        }
        return line;
    }

    private static String items(String[] items, String between) {
        StringBuilder folded = new StringBuilder();
        int from = 0;
        while (from < items.length) {
            String template = Template.of(items[from]);
            int to = from + 1;
            while (template.indexOf('#') >= 0
                    && to < items.length
                    && Template.of(items[to]).equals(template)) {
                to++;
            }
            if (to - from >= LEAST) {
                append(folded, items[from], between);
                folded.append(between).append("… (").append(to - from - 2).append(" like it)");
                append(folded, items[to - 1], between);
            } else {
                for (int i = from; i < to; i++) {
                    append(folded, items[i], between);
                }
            }
            from = to;
        }
        return folded.toString();
    }

    private static void append(StringBuilder folded, String item, String between) {
        folded.append(folded.isEmpty() ? "" : between).append(item);
    }
}
