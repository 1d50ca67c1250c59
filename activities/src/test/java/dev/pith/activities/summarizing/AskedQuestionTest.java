package dev.pith.activities.summarizing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pith.activities.conversation.Origin;
import dev.pith.activities.conversation.Part;
import dev.pith.activities.conversation.Role;
import dev.pith.activities.conversation.StoredMessage;
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
            2                | 2: Move the gauge to the north pier
            B.               | B: Two tables
            b                | B: Two tables
            (2)              | 2: Move the gauge to the north pier
            do 3             | 3: Remove it
            1 and 2, please  | 1: Keep the gauge; 2: Move the gauge to the north pier
            A. is fine       | A: One table
            """)
    void pickedOptionsAreToldWithTheQuestion(String reply, String options) {
        assertThat(AskedQuestion.of(reply, OPTIONS)).isEqualTo("Which one do you prefer? " + options);
    }

    @ParameterizedTest
    @ValueSource(strings = {"7", "not 2", "1-3", "anything except 2", "make 2 commits of the table"})
    void aLabelThatTheTextLacks_orThatIsNotPicked_isNoOption(String reply) {
        assertThat(AskedQuestion.of(reply, OPTIONS)).doesNotContain(":");
    }

    @Test
    void theLastListOutsideOfCodeHasTheOptions() {
        String said =
                "I changed:\n1. a.txt\n2. b.txt\n\nNow I can\n1. paint it\n2. move it\n```\n2: bar()\n```\nWhich?";
        assertThat(AskedQuestion.of("2", said)).isEqualTo("Which? 2: move it");
        assertThat(AskedQuestion.of("2", "1. a.txt\n2. b.txt\nHow many retries do you want?"))
                .isEqualTo("How many retries do you want?");
    }

    @Test
    void anOptionNamedAsSuchNeedsNoQuestion() {
        assertThat(AskedQuestion.of("yes, option 2", "1. Paint it\n2. Move it\n\nI recommend the second."))
                .isEqualTo("2: Move it");
    }

    @Test
    void severalQuestionsAreToldTogether() {
        assertThat(AskedQuestion.of("yes to both", "Should I paint it? Should I move it, too?"))
                .isEqualTo("Should I paint it? Should I move it, too?");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "why?",
                "Please rewrite the tide table in metres",
                "yes, draft the revised plan of the mooring",
                "respond to the comments of the harbor",
                "go build ./...",
                "/clear",
                "Now the chain of mooring 7 has to be replaced before the storm, and its buoy painted",
                "",
                "!"
            })
    void aReplyThatTellsWhatIsWantedOrAsksItselfNeedsNone(String reply) {
        assertThat(AskedQuestion.of(reply, OFFER)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "The tide table is done.",
                "Is it done? The chain holds. It is new. It was painted. All of it.",
                "Why did it fail? The chain was old.",
                "We ask \"is it done?\"",
                "```\nwhat is this thing?\n```"
            })
    void withoutAQuestionNearTheEndThatAConsentAnswersThereIsNone(String said) {
        assertThat(AskedQuestion.of("yes", said)).isEmpty();
    }

    @Test
    void theQuestionIsTheLastOne_howeverShortItsTextIs() {
        var reading = new ExtractiveReading();
        reading.read(Sessions.person(1, "Look at the gauge."));
        reading.read(Sessions.agent(2, OFFER));
        reading.read(Sessions.agent(3, "Proceed?"));
        reading.read(Sessions.person(4, "yes"));

        assertThat(reading.digest().requests().get(1).note()).isEqualTo(" (asked: Proceed?)");
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
    void whatAPersonChoseInAToolIsARequest_fromTheResultOrAsATextOfItsMessage() {
        String quoted =
                "User has answered your questions: \"Where should it stand?\"=\"North pier\". You can now go on";
        var ask =
                Sessions.call(2, "q", "AskUserQuestion", "{\"questions\":[{\"question\":\"Where should it stand?\"}]}");
        var result = new Part.ToolResult("q", quoted, false);
        var split = new StoredMessage(
                3, "r", null, Role.USER, Origin.PERSON, List.of(result, new Part.Text("North pier")), 10, null);
        for (StoredMessage answer : List.of(Sessions.result(3, "q", quoted, false), split)) {
            var reading = new ExtractiveReading();
            reading.read(Sessions.person(1, "Set up the gauge."));
            reading.read(ask);
            reading.read(answer);

            assertThat(reading.draft(new Summarizer.Wish(400, null, null, null)).text())
                    .contains("- Set up the gauge.\n- North pier (asked: Where should it stand?)")
                    .containsOnlyOnce("- North pier");
        }
    }

    @Test
    void aFailedResultOrAnotherToolsAnswersNothing() {
        String quoted = "User has answered your questions: \"Where?\"=\"North pier\". You can now go on";
        for (String tool : List.of("AskUserQuestion", "mcp__quiz")) {
            var reading = new ExtractiveReading();
            reading.read(Sessions.call(2, "q", tool, "{\"questions\":[{\"question\":\"Where?\"}]}"));
            reading.read(Sessions.result(3, "q", quoted, tool.startsWith("Ask")));

            assertThat(reading.digest().requests()).isEmpty();
        }
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
