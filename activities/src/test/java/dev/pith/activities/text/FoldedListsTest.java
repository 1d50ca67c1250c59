package dev.pith.activities.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FoldedListsTest {

    @Test
    void aLongListKeepsItsFirstAndItsLastItem() {
        String list = IntStream.rangeClosed(1, 20)
                .mapToObj(i -> "pier-" + i + "=TIDE-A" + i + "B")
                .collect(Collectors.joining("; "));

        assertThat(FoldedLists.folded("The ledger: " + list + ". Keep it.\nSecond line"))
                .isEqualTo("The ledger: pier-1=TIDE-A1B; pier-2=TIDE-A2B; … (16 like it); pier-19=TIDE-A19B; "
                        + "pier-20=TIDE-A20B. Keep it.\nSecond line");
    }

    @Test
    void aListOfDifferentThingsStays() {
        String list =
                "a long list of words, of which none has a number, or a name, or any sign, by which it could be told, "
                        + "from another, and another, and one more, and the last";

        assertThat(FoldedLists.folded(list)).isEqualTo(list);
    }

    @Test
    void templatesLeaveOutNamesWithNumbersOnly() {
        assertThat(Template.of("The record archive-1-7 of  eu-west-3: batch 1007."))
                .isEqualTo("The record # of #: batch #.")
                .isEqualTo(Template.of("The record archive-2-9 of us-east-1: batch 9."))
                .isNotEqualTo(Template.of("The record archive-2-9 of us-east-1: lot 9."));
    }
}
