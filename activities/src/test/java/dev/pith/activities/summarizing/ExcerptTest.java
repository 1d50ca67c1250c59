package dev.pith.activities.summarizing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pith.activities.tokens.TokenCounter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExcerptTest {

    private static final String LONG = """
            Please build the tide table for the western harbor this week.
            1. Read the gauges on the old pier and note what they say.
            2. Never delete the harbor table while doing so.
            ```
            // do not edit this line of code by hand
            ```
            The rest of it can wait until the ferry is back in service.
            Tell me when you are done with all of this.
            """;

    private final TokenCounter counter = TokenCounter.shared();

    @Test
    void anIntroductionIsKeptWithWhatItIntroducesOrNotAtAll() {
        String item = "- The chain is new" + ", and so is the mooring at the north pier".repeat(12) + ".";
        assertThat(Excerpt.of(
                        "The pier is repaired. Three things changed:\n" + item + "\nAll of it holds.", 40, counter))
                .isEqualTo("The pier is repaired. […]\nAll of it holds.");
        assertThat(Excerpt.of("Change this:\n" + item + "\nAll of it holds.", 40, counter))
                .isEqualTo("Change this: […]\nAll of it holds.");
    }

    @Test
    void whatFitsStandsWhole() {
        assertThat(Excerpt.of("Build it.  \n\nThen go.\n", 50, counter)).isEqualTo("Build it.\nThen go.");
    }

    @Test
    void whatBindsIsKeptBetweenBeginningAndEnd() {
        assertThat(Excerpt.of(LONG, 50, counter)).isEqualTo("""
                        Please build the tide table for the western harbor this week. […]
                        2. Never delete the harbor table while doing so. […]
                        Tell me when you are done with all of this.""");
    }

    @Test
    void linesKeepTheirIndentationAndACommonOneGoes() {
        assertThat(Excerpt.of("\n    ship:\n      max: 12\n\n      decks:\n        - top\n\n", 80, counter))
                .isEqualTo("ship:\n  max: 12\n\n  decks:\n    - top");
        assertThat(Excerpt.of("Write this:\n```make\nall:\n\techo a\n\n\tif x; \\\n\t\techo b\n```", 80, counter))
                .isEqualTo("Write this:\n```make\nall:\n\techo a\n\n\tif x; \\\n\t\techo b\n```");
    }

    @Test
    void aBlockThatIsCutKeepsItsLinesAndBothFences() {
        String text = "Put this into tide.py.\n```python\ndef tide(t):\n    for i in range(3):\n        yield t * i\n"
                + "    raise Flood(t, 'the harbor is under water and nobody told the keeper of the lighthouse')\n"
                + "```\n"
                + "Then look at the gauges of the pier, one after the other, and write down each of them. ".repeat(4);
        String excerpt = Excerpt.of(text, 70, counter);

        assertThat(excerpt).contains("```python\ndef tide(t):\n    for i in range(3):\n        yield t * i\n[…]\n```");
        assertThat(excerpt.split("```", -1)).hasSize(3);
    }

    @ParameterizedTest
    @ValueSource(strings = {"never", "niemals", "никогда", "nunca", "jamais"})
    void aGapNeverTakesTheWordThatBinds(String word) {
        String filler = "the pier and the gauge and the harbor and the ferry and the light and ";
        String text = filler.repeat(6) + word + " delete it and " + filler.repeat(6);

        assertThat(Excerpt.of(text, 40, counter)).contains(word).contains("[…]");
        assertThat(Excerpt.of("Short words first. " + text + ". " + filler.repeat(9) + "end.", 60, counter))
                .contains(word);
    }

    @ParameterizedTest
    @ValueSource(ints = {4, 8, 16, 32, 64, 128})
    void neverTakesMoreThanItsRoom(int room) {
        assertThat(counter.strict(Excerpt.of(LONG, room, counter))).isLessThanOrEqualTo(room);
    }
}
