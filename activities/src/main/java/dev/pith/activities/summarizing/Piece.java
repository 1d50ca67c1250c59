package dev.pith.activities.summarizing;

import dev.pith.activities.text.Fences;
import dev.pith.activities.text.Layout;
import dev.pith.activities.text.Sentences;
import java.util.ArrayList;
import java.util.List;

/**
 * A unit of a text that is kept or dropped as a whole: a sentence, or a line of code.
 *
 * @param opensLine whether it begins a line
 * @param code whether it is a line of code or an indented line
 * @param fence whether it opens or closes a code block
 * @param block the number of its code block, from 0; -1 outside of one
 */
record Piece(String text, boolean opensLine, boolean code, boolean fence, int block) {

    private static final int NO_BLOCK = -1;

    private static final List<String> INTRODUCING = List.of(":", ":**", "：");

    /** Returns the pieces of a normalized text, in order; an unclosed code block is closed at the end. */
    static List<Piece> of(String text) {
        List<Piece> pieces = new ArrayList<>();
        int blocks = 0;
        Fences fences = new Fences();
        for (String line : text.lines().toList()) {
            if (line.isBlank()) {
                continue;
            }
            Fences.Line kind = fences.next(line);
            if (kind.isFence()) {
                pieces.add(new Piece(line, true, true, true, blocks));
                blocks += kind == Fences.Line.CLOSING ? 1 : 0;
            } else if (kind == Fences.Line.INSIDE || Layout.isIndented(line)) {
                pieces.add(new Piece(line, true, true, false, kind == Fences.Line.INSIDE ? blocks : NO_BLOCK));
            } else {
                boolean opens = true;
                for (String sentence : Sentences.pieces(line)) {
                    pieces.add(new Piece(sentence, opens, false, false, NO_BLOCK));
                    opens = false;
                }
            }
        }
        if (fences.isOpen()) {
            pieces.add(new Piece(fences.closing(), true, true, true, blocks));
        }
        return pieces;
    }

    /** Returns whether it has content. */
    boolean isTelling() {
        return !fence && text.chars().anyMatch(Character::isLetterOrDigit);
    }

    /** Returns whether it may bind what follows, as a person's sentence. */
    boolean binds() {
        return !code && Weight.binds(text);
    }

    /** Returns whether it only introduces what follows: a list, code, or the text below a heading. */
    boolean introduces() {
        String line = text.strip();
        return !code && (line.startsWith("#") || INTRODUCING.stream().anyMatch(line::endsWith));
    }

    /** Returns the text to count, with its line end. */
    String counted() {
        return opensLine ? text + "\n" : text;
    }
}
