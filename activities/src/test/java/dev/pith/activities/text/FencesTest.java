package dev.pith.activities.text;

import static dev.pith.activities.text.Fences.Line.CLOSING;
import static dev.pith.activities.text.Fences.Line.INSIDE;
import static dev.pith.activities.text.Fences.Line.OPENING;
import static dev.pith.activities.text.Fences.Line.OUTSIDE;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class FencesTest {

    private static List<Fences.Line> kinds(String... lines) {
        Fences fences = new Fences();
        return List.of(lines).stream().map(fences::next).toList();
    }

    @Test
    void aBlockLastsFromFenceToFence() {
        assertThat(kinds("a", "```java", "b", "", "```", "c"))
                .containsExactly(OUTSIDE, OPENING, INSIDE, INSIDE, CLOSING, OUTSIDE);
    }

    @Test
    void aShorterFenceIsCode() {
        assertThat(kinds("````markdown", "```", "a", "```", "````", "b"))
                .containsExactly(OPENING, INSIDE, INSIDE, INSIDE, CLOSING, OUTSIDE);
    }

    @Test
    void aCodeSpanOfThreeMarksBeginsNoBlock() {
        assertThat(kinds("```npm test``` fails", "a")).containsExactly(OUTSIDE, OUTSIDE);
    }

    @Test
    void theLinesOutsideAreATextOfTheirOwn() {
        assertThat(Fences.outside("a ``` b\n```java\nc\n```\nd\n```\ne")).isEqualTo("a ``` b\nd");
    }

    @Test
    void whatACompilerUnderlinesIsNoFence() {
        assertThat(kinds("const a = b;", "  ~~~", "c")).containsOnly(OUTSIDE);
    }

    @Test
    void aBlockThatIsNotEndedStaysOpen() {
        Fences fences = new Fences();
        fences.next("  ```");
        fences.next("a ``` b");

        assertThat(fences.isOpen()).isTrue();
        assertThat(fences.closing()).isEqualTo("```");
    }
}
