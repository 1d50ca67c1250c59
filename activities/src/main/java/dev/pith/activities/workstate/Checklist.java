package dev.pith.activities.workstate;

import dev.pith.activities.text.Fences;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads checklists in texts, such as {@code - [ ] cut the release} and {@code - [x] run the tests}. */
final class Checklist {

    /** A single box is an example of the notation, not a list. */
    private static final int FEWEST = 2;

    private static final int MOST = 100;

    private static final Pattern ITEM = Pattern.compile("^ {0,8}(?:[-*+]|\\d{1,3}[.)]) \\[([ xX~/-])\\] (\\S.{0,199})");

    private Checklist() {}

    /** Returns the items of a text by their identity, with the last state of each; empty if it has no list. */
    static Map<String, Todos.Item> of(String text) {
        Map<String, Todos.Item> items = new LinkedHashMap<>();
        if (text.indexOf("] ") < 0) {
            return items;
        }
        Fences fences = new Fences();
        for (String line : text.lines().toList()) {
            boolean code = fences.next(line) != Fences.Line.OUTSIDE;
            Matcher item = ITEM.matcher(line);
            if (!code && item.lookingAt() && items.size() < MOST) {
                String words = item.group(2).strip();
                items.put(Todos.CHECKED + words.toLowerCase(Locale.ROOT), new Todos.Item(words, status(item.group(1))));
            }
        }
        return items.size() < FEWEST ? Map.of() : items;
    }

    private static String status(String mark) {
        return switch (mark) {
            case "x", "X" -> "done";
            case "~", "/" -> "in progress";
            case "-" -> "canceled";
            default -> "pending";
        };
    }
}
