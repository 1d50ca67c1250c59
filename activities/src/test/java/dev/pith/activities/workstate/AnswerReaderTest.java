package dev.pith.activities.workstate;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AnswerReaderTest {

    private static final String TWO =
            "{\"questions\":[{\"id\":\"place\",\"question\":\"Where should the gauge stand?\","
                    + "\"header\":\"Place\",\"options\":[{\"label\":\"North pier (Recommended)\"},{\"label\":\"Weir\"}]},"
                    + "{\"id\":\"unit\",\"question\":\"Which \\\"unit\\\" is shown?\",\"header\":\"Unit\"}]}";

    private static final List<Answer> BOTH = List.of(
            new Answer("Where should the gauge stand?", "North pier"),
            new Answer("Which \"unit\" is shown?", "Metres, centimetres"));

    private final AnswerReader reader = new AnswerReader();

    private List<Answer> answers(String result) {
        ask(TWO);
        return reader.result("a", result);
    }

    private void ask(String input) {
        try {
            reader.call("a", JsonMapper.builder().build().readTree(input));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(input, e);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "User has answered your questions: \"Where should the gauge stand?\"=\"North pier (Recommended)\", "
                        + "\"Which \"unit\" is shown?\"=\"Metres, centimetres\". You can now continue with the user's "
                        + "answers in mind.",
                "User has answered your questions:\n\"Where should the gauge stand?\" → \"North pier\"\n"
                        + "\"Which \"unit\" is shown?\" → \"Metres, centimetres\"\n\nYou can now continue",
                "{\"answers\":{\"place\":{\"answers\":[\"North pier (Recommended)\"]},"
                        + "\"unit\":{\"answers\":[\"Metres\",\"centimetres\"]}}}",
                "{\"answers\":{\"0\":\"North pier\",\"1\":\"Metres, centimetres\"}}",
                "{\"answers\":{\"Where should the gauge stand?\":\"North pier\","
                        + "\"Which \\\"unit\\\" is shown?\":\"Metres, centimetres\"}}",
            })
    void answersAreReadInTheFormsOfTheAgents(String result) {
        assertThat(answers(result)).isEqualTo(BOTH);
    }

    @Test
    void aQuestionWithoutAnAnswerHasNone() {
        assertThat(
                        answers(
                                "User has answered your questions: \"Where should the gauge stand?\"=(no option selected), "
                                        + "\"Which \"unit\" is shown?\"=\"Fathoms\" user notes: as on the old chart. You can now continue"))
                .containsExactly(new Answer("Which \"unit\" is shown?", "Fathoms; notes: as on the old chart"));
        assertThat(answers("User has answered your questions: \"Where should the gauge stand?\"=\"Unanswered\"."))
                .isEmpty();
        assertThat(answers("User has answered your questions: . You can now continue."))
                .isEmpty();
        assertThat(answers("{\"answers\":{}}")).isEmpty();
        assertThat(answers("{\"answers\":{\"place\":")).isEmpty();
    }

    @Test
    void aRefusalOrAnotherToolsResultAnswersNothing() {
        assertThat(answers(
                        "The user doesn't want to proceed with this tool use. \"Where should the gauge stand?\"=\"x\""))
                .isEmpty();
        assertThat(reader.result("never called", "\"Where should the gauge stand?\"=\"Weir\""))
                .isEmpty();
        ask("{\"questions\":\"none\"}");
        assertThat(reader.result("a", "\"none\"=\"x\"")).isEmpty();
    }

    @Test
    void manyQuestionsAreReadInBoundedTime() {
        StringBuilder input = new StringBuilder("{\"questions\":[{\"question\":\"Q0?\"}");
        StringBuilder result = new StringBuilder();
        for (int i = 1; i < 50_000; i++) {
            input.append(",{\"question\":\"Q").append(i).append("?\"}");
            result.append('"').append("Q").append(i).append("?\"=\"A\", ");
        }
        ask(input.append("]}").toString());

        assertThat(reader.result("a", result.toString())).hasSize(19);
    }
}
