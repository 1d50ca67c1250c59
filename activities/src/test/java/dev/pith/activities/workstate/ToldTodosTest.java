package dev.pith.activities.workstate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pith.activities.facts.FactRecorder;
import dev.pith.activities.facts.ItemStates;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ToldTodosTest {

    private static final String LIST = "- [ ] T-1: cut the release\n- [ ] #12 dredge the basin\n- [x] T-3: paint";

    private static List<String> open(String said, long seq) {
        FactRecorder facts = new FactRecorder();
        facts.person(seq, said);
        Todos todos = new Todos(5, false, Checklist.of(LIST)).told(ItemStates.of(facts.facts()));
        return todos.open().stream().map(Todos.Item::text).toList();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "T-1 is done.                 | #12 dredge the basin",
                "Closed #12                   | T-1: cut the release",
                "Merged T-1                   | #12 dredge the basin",
                "T-3 is reopened              | T-1: cut the release; #12 dredge the basin; T-3: paint",
                "T-1 is blocked by T-9        | T-1: cut the release; #12 dredge the basin",
                "T-12 is done                 | T-1: cut the release; #12 dredge the basin",
            })
    void whatIsToldLater_holds(String said, String open) {
        assertThat(String.join("; ", open(said, 6))).isEqualTo(open);
    }

    @Test
    void aListThatIsWrittenLater_holds() {
        assertThat(open("T-1 is done.", 4)).containsExactly("T-1: cut the release", "#12 dredge the basin");
    }
}
