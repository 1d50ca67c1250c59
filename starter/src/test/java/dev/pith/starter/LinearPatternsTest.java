package dev.pith.starter;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Patterns read what others wrote: no text may keep one busy for long or overflow the stack. Each pattern of Pith is searched
 * for in long texts that repeat the pieces it is made of.
 */
@Tag("slow")
class LinearPatternsTest {

    private static final int CHARACTERS = 2_000;

    /** Groups that repeat may need a frame of the stack each time: a text of one piece is so much longer. */
    private static final int LONGER = 5;

    /** A quarter of the usual one: so texts of a quarter of the length overflow it. */
    private static final long STACK_BYTES = 256 * 1024;

    /** How often a search may look at one character. A linear one does so some tens of times, a quadratic one a thousand. */
    private static final long LOOKS = 150;

    private static final List<String> COMMON = List.of(
            " ", "\n", "\t", "\r\n", " \n", "a", "aB", "0", "a ", "a.", "0.", "\"", "'", "(", "[", "<", "<a ", ">", "-",
            "/", "\\", "*", "`", "#", "_", "=", ":", "：", "字", "é");

    private static final Pattern LITERAL = Pattern.compile("[A-Za-z0-9\"'<>\\-/`#*_=:, ]{1,40}");

    @Test
    void everyPattern_longTextOfItsOwnPieces_isSearchedInLinearTime() throws Exception {
        Map<String, Pattern> patterns = StaticPatterns.all();
        ExecutorService threads = Executors.newFixedThreadPool(
                Runtime.getRuntime().availableProcessors(), task -> new Thread(null, task, "patterns", STACK_BYTES));
        List<String> slow = new ArrayList<>();
        try {
            Map<String, Future<Boolean>> linear = new LinkedHashMap<>();
            patterns.forEach((name, pattern) -> linear.put(name, threads.submit(() -> isLinear(pattern))));
            for (Map.Entry<String, Future<Boolean>> each : linear.entrySet()) {
                if (!each.getValue().get()) {
                    slow.add(each.getKey());
                }
            }
        } finally {
            threads.shutdownNow();
        }

        assertThat(patterns).hasSizeGreaterThan(100);
        assertThat(slow).isEmpty();
    }

    /** Without it nobody would know that the texts are long enough. */
    @ParameterizedTest
    @ValueSource(strings = {"\\s+$", "-.*x", "(?:a|b)*c", "(?:\\w\\.)+!", "a[^\"]*\"b"})
    void aPatternThatIsNot_isFound(String pattern) throws Exception {
        boolean[] linear = {true};
        Thread thread = new Thread(null, () -> linear[0] = isLinear(Pattern.compile(pattern)), "patterns", STACK_BYTES);
        thread.start();
        thread.join();

        assertThat(linear[0]).isFalse();
    }

    private static boolean isLinear(Pattern pattern) {
        return texts(pattern).stream().allMatch(text -> isLinear(pattern, text));
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
                texts.add(other.repeat(CHARACTERS) + piece);
                texts.add((piece + other).repeat(CHARACTERS / (piece.length() + 1)));
            }
        }
        return texts;
    }
}
