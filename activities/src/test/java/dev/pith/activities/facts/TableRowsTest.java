package dev.pith.activities.facts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;

class TableRowsTest {

    @Test
    void aRowOfTwoCellsIsAKeyWithItsValue() {
        assertThat(read("| pier | depth |\n|---|---|\n| B-7 | 4 m |\n| C-9 | 6 m |"))
                .containsExactly(tuple("B-7", "4 m"), tuple("C-9", "6 m"));
    }

    @Test
    void aRowOfMoreCellsIsNamedByItsFirstOneAndTheHeadings() {
        assertThat(read("service | region | port\n--- | :---: | ---\ngateway | eu-west-3 | 8443\n"))
                .containsExactly(tuple("gateway region", "eu-west-3"), tuple("gateway port", "8443"));
    }

    @Test
    void whatPsqlPrintsIsATable() {
        assertThat(read(" name  | state \n-------+-------\n tide  | held\n (1 row)\nport: 5"))
                .contains(tuple("tide", "held"), tuple("port", "5"));
    }

    @Test
    void emptyCellsCodeAndTornRowsAreNoValues() {
        assertThat(read("| a-1 | b |\n|---|---|\n| x-1 | - |\n| x-2 | f(x) |\n| x-3 | 1 | 2 |\n| x-4 |\n|"))
                .isEmpty();
    }

    @Test
    void textBehindATableIsRead() {
        assertThat(read("| pier | depth |\n|---|---|\n| B-7 | 4 m |\n\nThe port is 5413."))
                .containsExactly(tuple("B-7", "4 m"), tuple("port", "5413"));
    }

    @Test
    void aMillionRowsTakeLinearTimeAndAreData() {
        String table = "| pier | depth |\n|---|---|\n" + "| B-7 | 4 m |\n".repeat(1_000_000);

        Assertions.assertTimeout(
                Duration.ofSeconds(5), () -> assertThat(read(table)).hasSizeLessThan(1_000));
    }

    private static List<Tuple> read(String text) {
        List<Tuple> read = new ArrayList<>();
        FactText.read(text, ClauseReader::said, clause -> read.add(tuple(clause.key(), clause.value())));
        return read;
    }
}
