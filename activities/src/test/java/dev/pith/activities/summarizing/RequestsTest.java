package dev.pith.activities.summarizing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pith.activities.dates.Days;
import dev.pith.activities.tokens.TokenCounter;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RequestsTest {

    private static final Pattern ALIKE = Pattern.compile("\\(and (\\d+) more like this\\)");

    static String written(List<Request> requests, int room) {
        Section section = new Section(TokenCounter.shared(), "## Requests", room);
        new Requests(TokenCounter.shared(), requests, Days.NONE).writeTo(section, room);
        StringBuilder written = new StringBuilder();
        section.appendTo(written);
        return written.toString().strip();
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 400, 540, 650, 1_000})
    void ofRequestsThatDifferInNumbers_thoseThatDoNotFitAreCounted(int room) {
        List<Request> requests = new ArrayList<>(List.of(new Request(1, "Set up the tables.")));
        for (int i = 2; i <= 41; i++) {
            requests.add(new Request(i, "Process batch " + i + ".\nIt lists " + i * 7 + " containers.\nFile it."));
        }
        requests.add(new Request(42, "What is left?"));

        String written = written(requests, room);

        int alike = ALIKE.matcher(written)
                .results()
                .mapToInt(each -> Integer.parseInt(each.group(1)))
                .sum();
        assertThat(written.split("Process batch", -1).length - 1 + alike).isEqualTo(40);
        assertThat(written)
                .startsWith("## Requests\n- Set up the tables.")
                .contains("Process batch 41.")
                .endsWith("- What is left?");
    }

    @Test
    void aRuleThatALaterOneResembles_isKeptWhereThereIsRoom() {
        List<Request> requests = List.of(
                new Request(1, "Set up the kiln."),
                new Request(2, "Never open gate 3."),
                new Request(3, "ERROR the kiln reports a state that nobody knows\n".repeat(300)),
                new Request(4, "Never open gate 7."),
                new Request(5, "What is left?"));

        assertThat(written(requests, 1_000)).contains("gate 3.", "gate 7.").doesNotContain("like this");
    }

    @Test
    void theCountDoesNotReopenACodeBlock() {
        List<Request> requests = new ArrayList<>(List.of(new Request(1, "Set up the tables.")));
        for (int i = 2; i <= 41; i++) {
            requests.add(new Request(i, "Run batch " + i + " with:\n```\nrun " + i + "\n```"));
        }

        assertThat(written(requests, 300)).containsPattern("```\\n  \\(and \\d+ more like this\\)");
    }
}
