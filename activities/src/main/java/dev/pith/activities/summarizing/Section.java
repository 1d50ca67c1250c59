package dev.pith.activities.summarizing;

import dev.pith.activities.tokens.TokenCounter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * A section of a summary that accepts lines as long as they fit, and prints them in their own order. Not thread-safe.
 */
final class Section {

    private record Line(long order, String text) {}

    private final TokenCounter counter;
    private final String title;
    private int room;
    private final List<Line> lines = new ArrayList<>();
    private int used;

    /**
     * Creates an empty section.
     *
     * @param room the most tokens, title included
     */
    Section(TokenCounter counter, String title, int room) {
        this.counter = counter;
        this.title = title;
        this.room = room;
    }

    /** Adds a line if it fits, and returns whether it did. Lines of the same order keep their sequence. */
    boolean offer(long order, String text) {
        int tokens = cost(text);
        if (used + tokens > room) {
            return false;
        }
        used += tokens;
        lines.add(new Line(order, text));
        return true;
    }

    /** Returns the tokens that a line would take now, including the title if it is the first. */
    private int cost(String text) {
        return counter.strict(text) + 1 + (lines.isEmpty() ? counter.strict(title) + 3 : 0);
    }

    /** Puts the lines into another order: of what they are about. */
    void groupByTopic() {
        lines.sort(Comparator.comparingLong(Line::order));
        List<Integer> places = Topics.order(texts());
        List<Line> said = List.copyOf(lines);
        lines.clear();
        for (int i = 0; i < places.size(); i++) {
            lines.add(new Line(i, said.get(places.get(i)).text()));
        }
    }

    /** Returns the lines added so far. */
    List<String> texts() {
        return lines.stream().map(Line::text).toList();
    }

    /** Sets the room left for further lines, in tokens. */
    void leave(int tokens) {
        room = used + Math.max(0, tokens);
    }

    int used() {
        return used;
    }

    int left() {
        return Math.max(0, room - used);
    }

    void appendTo(StringBuilder text) {
        if (lines.isEmpty()) {
            return;
        }
        text.append(title).append('\n');
        lines.sort(Comparator.comparingLong(Line::order));
        lines.forEach(line -> text.append(line.text()).append('\n'));
        text.append('\n');
    }
}
