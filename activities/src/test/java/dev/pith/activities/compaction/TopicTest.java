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
            Whisk eggs, sugar, vanilla and melted butter. Fold flour, cocoa, salt and baking powder into this mixture, then pour
            everything into the greased pan. Bake for thirty minutes until a toothpick comes out clean, let it cool, and dust with
            powdered sugar. Serve with whipped cream, fresh berries, chocolate sauce or caramel. Please take some time to look
            at the color: golden brown edges mean done.
            """;

    @Test
    void aTextThatSharesNothingButOrdinaryWordsIsAboutSomethingElse() {
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
