package dev.pith.activities.tokens;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pith.activities.conversation.Part;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;

class TokenCounterTest {

    private final TokenCounter counter = TokenCounter.shared();

    @Test
    void countsAsTheVocabularyDoes() {
        assertThat(counter.count("hello world")).isEqualTo(2);
        assertThat(counter.count("")).isZero();
    }

    @Test
    void chineseCountsSeveralTimesWhatAQuarterOfItsCharactersWould() {
        String chinese = "请把这个会话压缩成一份简短的摘要，并保留所有约束。";

        assertThat(counter.count(chinese)).isGreaterThan(chinese.length() / 2);
        assertThat(counter.count(chinese.repeat(1_000)))
                .isCloseTo(1_000 * counter.count(chinese), Percentage.withPercentage(25));
    }

    /** The weights were fitted to coding sessions; prose has longer words, and is where they are least exact. */
    @Test
    void theEstimateOfLongProseIsNearTheCount() {
        String prose = "The harbor was calm, so the pilot went home early; nobody had asked about the second boat. ";
        int exact = counter.count(prose) * 500;

        assertThat(counter.count(prose.repeat(500))).isCloseTo(exact, Percentage.withPercentage(20));
    }

    @Test
    void aLongRandomTextIsCountedAtOnce() {
        Random random = new Random(7);
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 2_000_000; i++) {
            text.append((char) (0x4E00 + random.nextInt(0x5000)));
        }

        Assertions.assertTimeout(Duration.ofSeconds(2), () -> counter.count(text.toString()));
    }

    @Test
    void halfAPairOfSurrogatesIsCountedToo() {
        assertThat(counter.count("broken \uD83D text")).isPositive();
    }

    @Test
    void reasoningIsNoPartOfAContext() {
        int words = counter.count(List.of(new Part.Text("What is the plan?")));
        int both = counter.count(List.of(new Part.Text("What is the plan?"), new Part.Reasoning("Let me think hard")));

        assertThat(both).isEqualTo(words);
    }
}
