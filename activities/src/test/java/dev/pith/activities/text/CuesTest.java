package dev.pith.activities.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CuesTest {

    private final Cues cues = new Cues("must don't do_not root_cause", "必须 不要");

    @ParameterizedTest
    @CsvSource({
        "You must go, 1",
        "MUST you?, 1",
        "a mustard pot, 0",
        "Please don’t, 1",
        "do not do that, 1",
        "do that not, 0",
        "the root cause must be found, 2",
        "must must must, 2",
        "港表必须保留, 1",
        "我们must不要, 2",
        "'', 0"
    })
    void countsWholeWordsAndPairsUpToTwo(String text, int count) {
        assertThat(cues.count(text)).isEqualTo(count);
    }
}
