package dev.pith.starter;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * Patterns read what others wrote: no text may keep one busy for long or overflow the stack. Each pattern of Pith is searched
 * for in long texts that repeat the pieces it is made of.
 */
class LinearPatternsTest {

    private static final int CHARACTERS = 4_000;

    /** Groups that repeat may need a frame of the stack each time: a text of one piece is so much longer. */
    private static final int LONGER = 10;

    /** How often a search may look at one character. A linear one does so some tens of times, a quadratic one thousands. */
    private static final long LOOKS = 300;

    private static final List<String> COMMON = List.of(
            " ", "\n", "\t", "\r\n", " \n", "a", "aB", "0", "a ", "a.", "0.", "\"", "'", "(", "[", "<", "<a ", ">", "-",
            "/", "\\", "*", "`", "#", "_", "=", ":", "：", "字", "é");

    private static final Pattern LITERAL = Pattern.compile("[A-Za-z0-9\"'<>\\-/`#*_=:, ]{1,40}");

    @Test
    void everyPattern_longTextOfItsOwnPieces_isSearchedInLinearTime() {
        Map<String, Pattern> patterns = StaticPatterns.all();

        assertThat(patterns).hasSizeGreaterThan(100);
        assertThat(patterns.entrySet().parallelStream()
                        .filter(each ->
                                texts(each.getValue()).stream().anyMatch(text -> !isLinear(each.getValue(), text)))
                        .map(Map.Entry::getKey)
                        .toList())
                .isEmpty();
    }

    private static boolean isLinear(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(new CountedText(text, LOOKS * text.length()));
        try {
            while (matcher.find()) {
                matcher.start();
            }
            return true;
        } catch (CountedText.TooManyLooks | StackOverflowError e) {
            return false;
        }
    }

    private static Set<String> texts(Pattern pattern) {
        Set<String> pieces = new LinkedHashSet<>(COMMON);
        LITERAL.matcher(pattern.pattern()).results().forEach(literal -> pieces.add(literal.group()));
        Set<String> texts = new LinkedHashSet<>();
        for (String piece : pieces) {
            texts.add(piece.repeat(LONGER * CHARACTERS / piece.length()));
            for (String other : List.of(" ", "\n", "a", "\"")) {
                texts.add(piece + other.repeat(CHARACTERS));
                texts.add((piece + other).repeat(CHARACTERS / (piece.length() + 1)));
            }
        }
        return texts;
    }
}
