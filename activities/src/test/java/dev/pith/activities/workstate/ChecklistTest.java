package dev.pith.activities.workstate;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import org.junit.jupiter.api.Test;

class ChecklistTest {

    private final TodoReader todos = new TodoReader();

    @Test
    void theLastStateOfAnItemHolds() {
        todos.text(1, "Plan:\n- [ ] dredge the pier\n- [ ] paint the gauge\n- [x] read the tide");
        todos.text(5, "- [x] Dredge the pier\n- [~] paint the gauge");

        assertThat(todos.todos().open()).extracting(Todos.Item::text).containsExactly("paint the gauge");
        assertThat(todos.todos().open().get(0).begun()).isTrue();
        assertThat(todos.todos().done()).isEqualTo(2);
    }

    @Test
    void aToolsListDoesNotReplaceThatOfAText() throws JsonProcessingException {
        todos.text(1, "- [ ] dredge the pier\n- [ ] paint the gauge");
        todos.call(
                2,
                "todowrite",
                "c",
                JsonMapper.builder().build().readTree("{\"todos\":[{\"content\":\"moor\",\"status\":\"pending\"}]}"));

        assertThat(todos.todos().open())
                .extracting(Todos.Item::text)
                .containsExactly("dredge the pier", "paint the gauge", "moor");
    }

    @Test
    void aSingleBoxAndCodeAreNoLists() {
        todos.text(1, "Write \"- [ ] x\" for an item:\n- [ ] like this");
        todos.text(2, "```\n- [ ] a\n- [ ] b\n```");

        assertThat(todos.todos().open()).isEmpty();
    }
}
