package dev.pith.activities.dates;

import dev.pith.activities.text.Fences;

/** Tells which places of a text are code. Not thread-safe. */
final class CodeLines {

    /** How far before a place a code span may begin, in characters. */
    private static final int LONGEST_SPAN = 400;

    private final String text;
    private int lineStart;
    private int lineEnd;
    private final Fences fences = new Fences();

    CodeLines(String text) {
        this.text = text;
        this.lineEnd = text.indexOf('\n');
    }

    /**
     * Returns whether a place is in a code block, a code span, or an indented line. Linear in all calls together.
     *
     * @param at not before the place of an earlier call
     */
    boolean holds(int at) {
        while (lineEnd >= 0 && lineEnd < at) {
            fences.next(text.substring(lineStart, lineEnd));
            lineStart = lineEnd + 1;
            lineEnd = text.indexOf('\n', lineStart);
        }
        return fences.isOpen() || text.startsWith("    ", lineStart) || text.startsWith("\t", lineStart) || isSpan(at);
    }

    private boolean isSpan(int at) {
        boolean span = false;
        for (int i = Math.max(lineStart, at - LONGEST_SPAN); i < at; i++) {
            span ^= text.charAt(i) == '`';
        }
        return span;
    }
}
