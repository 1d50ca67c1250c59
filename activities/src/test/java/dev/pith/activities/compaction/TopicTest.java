package dev.pith.activities.compaction;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TopicTest {

    private static final String SOURCE =
            "Please look at the relay driver in src/relay.c, it needs some more time to open"
                    + " the valve. "
                    + IntStream.range(0, 80).mapToObj(i -> "valve" + i).collect(Collectors.joining(" "));

    private static final String RECIPE = """
            Whisk eggs, sugar, vanilla and melted butter. Fold flour, cocoa and salt into it, then pour everything into the pan.
            Bake for thirty minutes and let it cool.
            """;

    @Test
    void aTextThatSharesNoWordsIsAboutSomethingElse() {
        assertThat(Topic.isShared(SOURCE, RECIPE)).isFalse();
    }

    @Test
    void aSummaryInAnotherLanguageSharesNames() {
        assertThat(Topic.isShared(SOURCE, "Der Treiber für relay öffnet valve7 und valve9 zu früh."))
                .isTrue();
    }

    @Test
    void aShortSourceMayBeToldInOtherWords() {
        assertThat(Topic.isShared("Open it.", RECIPE)).isTrue();
    }
}
