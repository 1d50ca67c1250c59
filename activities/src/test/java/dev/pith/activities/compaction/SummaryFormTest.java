package dev.pith.activities.compaction;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pith.workflows.model.Verdict;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
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
        assertThat(form.on(text)).isEqualTo(Verdict.FIT);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
                    REFUSED   | I'm sorry, but I can't help with summarizing this conversation about the relay driver.
                    REFUSED   | I can't assist with that request.
                    REFUSED   | Es tut mir leid, aber dabei kann ich nicht helfen, auch nicht mit dem relay driver und threads.
                    REFUSED   | I understand you'd like a summary of the relay driver. Unfortunately, I'm not able to help with it.
                    QUESTION  | Sure! Please paste the conversation about the relay driver, and tell me which valve is meant.
                    TOO_SHORT | Got it! I'll go on with the relay driver now. Let me read the valve file first.
                    MALFORMED | "<tool_call>{""name"":""read"",""arguments"":{""path"":""relay driver valve7 threads""}}</tool_call>"
                    QUESTION  | In step 7 the relay driver uses threads. The valves were not touched. What should I do next?
                    QUESTION  | What do you mean by relay driver? What do you want me to do with these threads and valves?
                    TOO_SHORT | Relay.
                    ECHO      | A constraint or wish that a person set stays binding: quote it word for word. Relay driver.
                    OFF_TOPIC | The weather is lovely today and the harbor lies calm under a blue sky, boats come and go.
                    """)
    void anythingElseIsNone(Verdict verdict, String text) {
        assertThat(form.on(text)).isEqualTo(verdict);
        assertThat(form.on(text.replace('\'', '’'))).isEqualTo(verdict);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "## Requests\n- None\n\n## State\nNone\n\n## Findings\n- None",
                "## Requests\n- [user request here]\n\n## State\n[current state of the relay driver]",
            })
    void headingsOverPlaceholdersAreNone(String text) {
        assertThat(form.on(text)).isEqualTo(Verdict.TOO_SHORT);
    }

    @ParameterizedTest
    @ValueSource(strings = {"relay valve7 ", "a"})
    void wordsOrLettersThatComeAgainAndAgainAreNone(String said) {
        assertThat(form.on("- " + said.repeat(300))).isEqualTo(Verdict.REPETITIVE);
    }

    @Test
    void theTranscriptAgainIsNone() {
        String again = "[1] person\nRework the relay driver.\n[2] agent\nThe valves were checked, valve7 leaks.\n";
        assertThat(form.on(again)).isEqualTo(Verdict.ECHO);
        assertThat(form.on("## Done\n[12] person\nasked for valve7, and the relay driver was reworked."))
                .isEqualTo(Verdict.FIT);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "- never use threads in the relay.\n",
                "The relay driver was built and valve7 works. ",
                "继电器驱动已经完成，阀门七正常。"
            })
    void theSameManyTimesIsNone(String said) {
        assertThat(form.on("## Requests\n- Rework the relay driver. " + said.repeat(60)))
                .isEqualTo(Verdict.REPETITIVE);
    }

    @Test
    void stepsThatDifferInNumbersAreNoRepetition() {
        String steps = IntStream.range(0, 100)
                .mapToObj(i -> "- step " + i + " changed the relay driver at valve" + i + ".")
                .collect(Collectors.joining("\n"));
        assertThat(form.on(steps)).isEqualTo(Verdict.FIT);
    }

    @Test
    void aSourceOfFewWordsMayBeToldInOthers() {
        assertThat(new SummaryForm(INSTRUCTIONS, "好的，谢谢", 10).on("The person agreed and said thanks."))
                .isEqualTo(Verdict.FIT);
    }
}
