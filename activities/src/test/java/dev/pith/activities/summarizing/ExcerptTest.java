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
    void whatFitsStandsWhole() {
        assertThat(Excerpt.of("Build it.\n\n  Then go.", 50, counter)).isEqualTo("Build it.\nThen go.");
    }

    @Test
    void whatBindsIsKeptBetweenBeginningAndEnd() {
        assertThat(Excerpt.of(LONG, 50, counter))
                .isEqualTo("Please build the tide table for the western harbor this week. […] "
                        + "2. Never delete the harbor table while doing so. […] "
                        + "Tell me when you are done with all of this.");
    }

    @ParameterizedTest
    @ValueSource(ints = {4, 8, 16, 32, 64, 128})
    void neverTakesMoreThanItsRoom(int room) {
        assertThat(counter.strict(Excerpt.of(LONG, room, counter))).isLessThanOrEqualTo(room);
    }
}
