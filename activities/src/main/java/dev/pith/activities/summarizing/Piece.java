package dev.pith.activities.summarizing;

import dev.pith.activities.text.Layout;
import dev.pith.activities.text.Sentences;
import java.util.ArrayList;
import java.util.List;

/**
 * A part of a text that is kept or left out as a whole: a sentence, or a line of code.
 *
 * @param opensLine whether a line begins with it
 * @param code whether it is a line of code, or one that stands further right than the text
 * @param fence whether it opens or closes a block of code
 * @param block in which block of code it stands, from 0; -1 where in none
 */
record Piece(String text, boolean opensLine, boolean code, boolean fence, int block) {

    private static final int NO_BLOCK = -1;

    /** All of a text whose lines are tidy, in order; a block that nothing closes is closed at its end. */
    static List<Piece> of(String text) {
        List<Piece> pieces = new ArrayList<>();
        int blocks = 0;
        boolean fenced = false;
        for (String line : text.lines().toList()) {
            if (line.isBlank()) {
                continue;
            }
            if (Layout.isFence(line)) {
                pieces.add(new Piece(line, true, true, true, blocks));
                blocks += fenced ? 1 : 0;
                fenced = !fenced;
            } else if (fenced || Layout.isIndented(line)) {
                pieces.add(new Piece(line, true, true, false, fenced ? blocks : NO_BLOCK));
            } else {
                boolean opens = true;
                for (String sentence : Sentences.pieces(line)) {
                    pieces.add(new Piece(sentence, opens, false, false, NO_BLOCK));
                    opens = false;
                }
            }
        }
        if (fenced) {
            pieces.add(new Piece("```", true, true, true, blocks));
        }
        return pieces;
    }

    /** Whether it may be kept for what it says. */
    boolean isTelling() {
        return !fence && text.chars().anyMatch(Character::isLetterOrDigit);
    }

    /** Whether a person binds with it. */
    boolean binds() {
        return !code && Weight.binds(text);
    }

    /** What it takes with the line end or the space before it, for a counter. */
    String counted() {
        return opensLine ? text + "\n" : text;
    }
}
