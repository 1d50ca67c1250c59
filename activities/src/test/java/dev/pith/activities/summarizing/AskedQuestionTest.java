package dev.pith.activities.summarizing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AskedQuestionTest {

    private static final String OFFER = "The gauge reads in feet. Should I change it?";

    private static final String OPTIONS = """
            There are three ways.

            | Option | Effect |
            |---|---|
            | **A. One table** | simple |
            | **B. Two tables** | fast |

            1. Keep the gauge
            2. Move the gauge to the **north pier**

            **Option 3: Remove it**

            Which one do you prefer?""";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "yes",
                "Yes, please do",
                "no",
                "ok, do that",
                "go ahead",
                "nope",
                "好的",
                "可以，就这样改吧",
                "はい",
                "ja bitte",
                "да"
            })
    void aConsentOrRefusalAnswersTheLastQuestion_withTheSentenceThatItPointsTo(String reply) {
        assertThat(AskedQuestion.of(reply, OFFER)).isEqualTo(OFFER);
    }

    @Test
    void aQuestionMayBeInBoldTypeOrHaveSomeWordsBehindIt() {
        assertThat(AskedQuestion.of("yes", "**Should the cleanup be included?** It takes three lines."))
                .isEqualTo("Should the cleanup be included?");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            2               | 2: Move the gauge to the north pier
            B.              | B: Two tables
            b               | B: Two tables
            do 3            | 3: Remove it
            1 and 2, please | 1: Keep the gauge; 2: Move the gauge to the north pier
            """)
    void pickedOptionsAreToldWithTheQuestion(String reply, String options) {
        assertThat(AskedQuestion.of(reply, OPTIONS)).isEqualTo("Which one do you prefer? " + options);
    }

    @Test
    void aLabelThatTheTextLacksPicksNothing() {
        assertThat(AskedQuestion.of("yes, all 7", OPTIONS)).isEqualTo("Which one do you prefer?");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "why?",
                "Please rewrite the tide table in metres",
                "yes, draft the revised plan of the mooring",
                "Now the chain of mooring 7 has to be replaced before the storm, and its buoy painted",
                "",
                "!"
            })
    void aReplyThatTellsWhatIsWantedOrAsksItselfNeedsNone(String reply) {
        assertThat(AskedQuestion.of(reply, OFFER)).isEmpty();
    }

    @Test
    void withoutAQuestionNearTheEndThereIsNone() {
        assertThat(AskedQuestion.of("yes", "The tide table is done.")).isEmpty();
        assertThat(AskedQuestion.of("yes", "Is it done? " + "The chain of this mooring holds. ".repeat(20)))
                .isEmpty();
        assertThat(AskedQuestion.of("commit this", "Is it done? All moorings hold now."))
                .isEmpty();
        assertThat(AskedQuestion.of("yes", "```\nwhat is this thing?\n```")).isEmpty();
    }

    @Test
    void theQuestionIsFoundInAnotherChunk() {
        var first = new ExtractiveReading();
        first.read(Sessions.person(1, "Look at the gauge."));
        first.read(Sessions.agent(2, OFFER));
        var second = new ExtractiveReading();
        second.read(Sessions.person(3, "yes"));
        second.read(Sessions.agent(4, "It reads in metres now."));
        second.read(Sessions.person(5, "yes"));
        var whole = new ExtractiveReading();
        whole.read(Sessions.person(1, "Look at the gauge."));
        whole.read(Sessions.agent(2, OFFER));
        whole.read(Sessions.person(3, "yes"));
        whole.read(Sessions.agent(4, "It reads in metres now."));
        whole.read(Sessions.person(5, "yes"));

        List<Request> joined = Digest.fromJson(first.digest().toJson())
                .then(Digest.fromJson(second.digest().toJson()))
                .requests();

        assertThat(joined).isEqualTo(whole.digest().requests());
        assertThat(joined).extracting(Request::note).containsExactly("", " (asked: " + OFFER + ")", "");
    }

    @Test
    void whatAPersonChoseInAToolIsARequest() {
        var reading = new ExtractiveReading();
        reading.read(Sessions.person(1, "Set up the gauge."));
        reading.read(Sessions.call(
                2, "q", "AskUserQuestion", "{\"questions\":[{\"question\":\"Where should it stand?\"}]}"));
        reading.read(Sessions.result(
                3, "q", "User has answered your questions: \"Where should it stand?\"=\"North pier\". You can", false));

        assertThat(reading.draft(new Summarizer.Wish(400, null, null, null)).text())
                .contains("- Set up the gauge.\n- North pier (asked: Where should it stand?)");
    }

    @Test
    void whereRoomIsShort_wordsOfPersonsComeBeforeQuestions() {
        List<Request> requests = new ArrayList<>(List.of(new Request(1, "Set up the tables of the harbor.")));
        for (int i = 2; i < 12; i++) {
            requests.add(
                    new Request(i, "yes, mooring " + i, 0, "Is the chain of mooring " + i + " to be replaced today?"));
        }

        String written = RequestsTest.written(requests, 150);

        for (int i = 2; i < 12; i++) {
            assertThat(written).contains("yes, mooring " + i);
        }
        assertThat(written).contains("mooring 11 (asked:").doesNotContain("mooring 2 (asked:");
    }

    @Test
    void whereRoomIsShorter_aReplyThatSaysNothingAloneGoesFirst() {
        List<Request> requests = List.of(
                new Request(1, "Set up the tables of the harbor."),
                new Request(2, "yes, please", 0, "Is the chain of mooring 2 to be replaced today?"),
                new Request(3, "Never open the weir at night."),
                new Request(4, "2", 0, "Which gauge is wrong? 2: the one at the north pier"));

        assertThat(RequestsTest.written(requests, 60)).isEqualTo("""
                        ## Requests
                        - Set up the tables of the harbor.
                        - Never open the weir at night.
                        - 2 (asked: Which gauge is wrong? 2: the one at the north pier)""");
    }

    @Test
    void thePinnedRequestIsToldWithItsQuestion() {
        var summarizer = new ExtractiveSummarizer();
        var wish = new Summarizer.Wish(400, null, null, null);
        var messages =
                List.of(Sessions.person(1, "Look at the gauge."), Sessions.agent(2, OFFER), Sessions.person(3, "yes"));

        var part = Sessions.part(summarizer.summarize(messages.stream(), wish));

        assertThat(summarizer.merge(Stream.of(part), messages.get(2), wish).text())
                .startsWith("## Last request, word for word\n\nyes\n\n(asked: " + OFFER + ")\n\n## Requests\n");
    }
}
