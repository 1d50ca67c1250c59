package dev.pith.activities.compaction;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SummaryFormTest {

    private static final String INSTRUCTIONS =
            "You compact conversations.\n- A constraint or wish that a person set stays binding: quote it word for word.\n";

    private static final String SOURCE = "<transcript>\n[1] person\nRework the relay driver, and never use threads.\n"
            + IntStream.range(0, 60).mapToObj(i -> "valve" + i + " checked").collect(Collectors.joining("\n"));

    private final SummaryForm form = new SummaryForm(INSTRUCTIONS, SOURCE, 3_000);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "## Constraints that still bind\n- Never use threads in the relay driver.\n\n## Done\nNothing was built yet,"
                        + " the tests were read.",
                "The person wants the relay driver reworked without threads. All sixty valves were checked, none is open, and"
                        + " nothing else was decided.",
                "## Open\n- Is the relay driver allowed to use timers?\n- Which valve comes first, valve7 or valve9, was not"
                        + " answered yet?",
                "## Done\nThe agent said: I'm sorry, but I can't open the relay. The person opened it, and the threads are gone"
                        + " from the driver.",
            })
    void aSummaryIsOne(String text) {
        assertThat(form.holds(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "I'm sorry, but I can't help with summarizing this conversation about the relay driver and its threads, since it"
                        + " may hold private content.",
                "In step 7 the relay driver uses threads. I changed nothing there yet, and the valves were not touched either."
                        + " What should I do next?",
                "What do you mean by relay driver? Please explain what it is that you want me to do with these threads, so that"
                        + " I can go on?",
                "Relay.",
                "A constraint or wish that a person set stays binding: quote it word for word. Relay driver, threads, valves,"
                        + " and so on and on and on.",
                "The weather is lovely today and the harbor lies calm under a blue sky, boats come and go as they please all"
                        + " morning long.",
            })
    void anythingElseIsNone(String text) {
        assertThat(form.holds(text)).isFalse();
        assertThat(form.holds(text.replace('\'', '’'))).isFalse();
    }

    @Test
    void theSameLineManyTimesIsNone() {
        assertThat(form.holds("## Requests\n" + "- never use threads in the relay.\n".repeat(120)))
                .isFalse();
    }

    @Test
    void aSourceOfFewWordsMayBeToldInOthers() {
        assertThat(new SummaryForm(INSTRUCTIONS, "好的，谢谢", 10).holds("The person agreed and said thanks."))
                .isTrue();
    }
}
