package dev.pith.activities.text;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Folds lines that are equal or differ only in numbers, as in logs, into one line with the first, the last and a count.
 * Consecutive lines are always folded; others only outside code. Linear.
 */
public final class RepeatedLines {

    /** Minimum number of consecutive equal lines to fold. */
    private static final int LEAST_SAME = 4;

    /** Minimum number of consecutive lines that differ in numbers; a short list of settings is not a log. */
    private static final int LEAST_ALIKE = 8;

    /** Minimum number of non-consecutive lines of the same shape to be treated as a log. */
    private static final int LEAST_APART = 12;

    /** The most characters of a last line that is shown. */
    private static final int LONGEST_LAST = 100;

    private final List<String> lines;
    private final List<String> shapes;
    private final List<Fences.Line> kinds;
    private final Map<String, Integer> apart = new HashMap<>();
    private final Map<String, Integer> last = new HashMap<>();
    private final StringBuilder text = new StringBuilder();

    private RepeatedLines(List<String> lines) {
        this.lines = lines;
        this.shapes = lines.stream().map(LineShape::of).toList();
        Fences fences = new Fences();
        this.kinds = lines.stream().map(fences::next).toList();
    }

    /** Returns the text with repeated lines folded. */
    public static String folded(String text) {
        List<String> lines = text.lines().toList();
        if (lines.size() < LEAST_SAME) {
            return text;
        }
        RepeatedLines repeated = new RepeatedLines(lines);
        return repeated.fold() ? repeated.text.toString() : text;
    }

    /** Folds the lines; returns whether anything was folded. */
    private boolean fold() {
        countApart();
        boolean folded = false;
        int from = 0;
        while (from < lines.size()) {
            int count = isCode(from) ? 0 : apart.getOrDefault(shapes.get(from), 0);
            if (count < 0) {
                from++;
                continue;
            }
            int to = from + 1;
            while (to < lines.size() && shapes.get(to).equals(shapes.get(from))) {
                to++;
            }
            if (count >= LEAST_APART) {
                folded = true;
                apart.put(shapes.get(from), -1);
                line(alike(from, last.getOrDefault(shapes.get(from), from), count));
            } else if (isFolded(from, to)) {
                folded = true;
                line(
                        isSame(from, to)
                                ? lines.get(from) + " (" + (to - from) + " times)"
                                : alike(from, to - 1, to - from));
            } else {
                lines.subList(from, to).forEach(this::line);
            }
            from = to;
        }
        return folded;
    }

    /** Returns the first and the last of alike lines with their number; a long last one is left out. */
    private String alike(int first, int end, int count) {
        String ending = lines.get(end).strip();
        boolean shown = ending.length() <= LONGEST_LAST
                && !ending.equals(lines.get(first).strip());
        return lines.get(first) + (shown ? " … " + ending : "") + " (" + count + " lines like this)";
    }

    private void countApart() {
        for (int i = 0; i < lines.size(); i++) {
            if (!isCode(i) && says(shapes.get(i))) {
                apart.merge(shapes.get(i), 1, Integer::sum);
                last.put(shapes.get(i), i);
            }
        }
    }

    private boolean isFolded(int from, int to) {
        int least = isSame(from, to) ? LEAST_SAME : LEAST_ALIKE;
        return to - from >= least && says(shapes.get(from)) && !kinds.get(from).isFence();
    }

    private boolean isCode(int line) {
        return kinds.get(line) != Fences.Line.OUTSIDE || Layout.isIndented(lines.get(line));
    }

    private boolean isSame(int from, int to) {
        return lines.subList(from, to).stream().allMatch(lines.get(from)::equals);
    }

    /** Whether a line has at least three letters. Brackets and bare numbers are code or data and are not folded. */
    private static boolean says(String shape) {
        return shape.codePoints().filter(Character::isLetter).limit(3).count() == 3;
    }

    private void line(String line) {
        text.append(text.isEmpty() ? "" : "\n").append(line);
    }
}
