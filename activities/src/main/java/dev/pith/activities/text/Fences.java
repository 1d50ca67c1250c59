package dev.pith.activities.text;

import java.util.stream.Collectors;

/**
 * Follows the fenced code blocks of a text, line by line: a block ends at a fence that is at least as long as the one it
 * began with, as in section 4.5 of CommonMark 0.31. Unlike there, a fence may be indented by any amount, any long enough
 * fence ends a block, and tildes are no fence, since compilers underline with them. Not thread-safe.
 */
public final class Fences {

    private static final char MARK = '`';
    private static final int SHORTEST = 3;

    /** What a line is. */
    public enum Line {
        /** A line outside of code blocks. */
        OUTSIDE,
        /** A fence that begins a block. */
        OPENING,
        /** A line of code. */
        INSIDE,
        /** A fence that ends a block. */
        CLOSING;

        /** Returns whether it begins or ends a block. */
        public boolean isFence() {
            return this == OPENING || this == CLOSING;
        }
    }

    /** The number of marks of the fence that began the block; 0 outside of blocks. */
    private int open;

    /** Counts the lines of a text that are neither fences nor within them, up to a number. */
    public static int linesOutside(String text, int most) {
        Fences fences = new Fences();
        return (int) text.lines()
                .filter(line -> fences.next(line) == Line.OUTSIDE)
                .limit(most)
                .count();
    }

    /** Returns the lines of a text that are neither fences nor within them. */
    public static String outside(String text) {
        Fences fences = new Fences();
        return text.lines().filter(line -> fences.next(line) == Line.OUTSIDE).collect(Collectors.joining("\n"));
    }

    /** Reads the next line. */
    public Line next(String line) {
        int marks = marks(line);
        if (open == 0) {
            open = marks;
            return marks == 0 ? Line.OUTSIDE : Line.OPENING;
        }
        if (marks < open) {
            return Line.INSIDE;
        }
        open = 0;
        return Line.CLOSING;
    }

    /** Returns whether a block has begun and not ended yet. */
    public boolean isOpen() {
        return open > 0;
    }

    /** Returns the shortest fence that ends the open block; empty outside of blocks. */
    public String closing() {
        return String.valueOf(MARK).repeat(open);
    }

    /** Returns the number of marks of a fence; 0 for any other line, such as one that begins with a code span. */
    private static int marks(String line) {
        int from = 0;
        while (from < line.length() && Character.isWhitespace(line.charAt(from))) {
            from++;
        }
        int to = from;
        while (to < line.length() && line.charAt(to) == MARK) {
            to++;
        }
        return to - from < SHORTEST || line.indexOf(MARK, to) >= 0 ? 0 : to - from;
    }
}
