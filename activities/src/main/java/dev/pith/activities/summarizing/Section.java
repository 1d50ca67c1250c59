package dev.pith.activities.summarizing;

import dev.pith.activities.tokens.TokenCounter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** A section of a summary that takes lines as long as they fit its room, and prints them in an order of their own. */
final class Section {

    private record Line(long order, String text) {}

    private final TokenCounter counter;
    private final String title;
    private int room;
    private final List<Line> lines = new ArrayList<>();
    private int used;

    /** @param room in tokens, the title included */
    Section(TokenCounter counter, String title, int room) {
        this.counter = counter;
        this.title = title;
        this.room = room;
    }

    /** Takes a line if it fits; lines with the same order keep the order they came in. */
    boolean offer(long order, String text) {
        int tokens = cost(text);
        if (used + tokens > room) {
            return false;
        }
        used += tokens;
        lines.add(new Line(order, text));
        return true;
    }

    /** What a line would take of the room now, in tokens. */
    private int cost(String text) {
        return counter.strict(text) + 1 + (lines.isEmpty() ? counter.strict(title) + 3 : 0);
    }

    /** What it has taken. */
    List<String> texts() {
        return lines.stream().map(Line::text).toList();
    }

    /** Leaves it so much room beside what it has taken, in tokens. */
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
