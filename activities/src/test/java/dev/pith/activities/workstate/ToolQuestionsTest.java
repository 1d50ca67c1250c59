package dev.pith.activities.workstate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pith.activities.conversation.Part;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ToolQuestionsTest {

    private static final String TWO =
            "{\"questions\":[{\"id\":\"place\",\"question\":\"Where should the gauge stand?\","
                    + "\"header\":\"Place\",\"options\":[{\"label\":\"North pier\"},{\"label\":\"Weir\"}]},"
                    + "{\"id\":\"unit\",\"question\":\"Which \\\"unit\\\" is shown?\",\"header\":\"Unit\"}]}";

    private final ToolQuestions questions = new ToolQuestions();

    private String asked(String tool, String input) {
        questions.call("a", ToolInput.of(new Part.ToolCall("a", tool, input)));
        return questions.of("a");
    }

    @ParameterizedTest
    @ValueSource(strings = {"AskUserQuestion", "question", "request_user_input", "ask_user"})
    void questionsOfTheToolsOfAgentsAreRead_once(String tool) {
        assertThat(asked(tool, TWO)).isEqualTo("Where should the gauge stand? Which \"unit\" is shown?");
        assertThat(questions.of("a")).isEmpty();
    }

    @Test
    void anotherToolAsksNoPerson() {
        assertThat(asked("mcp__quiz__generate", TWO)).isEmpty();
        assertThat(asked("question", "{\"questions\":\"none\"}")).isEmpty();
        assertThat(asked("question", "no JSON")).isEmpty();
    }

    @Test
    void manyAndLongQuestionsAreShortened() {
        StringBuilder input = new StringBuilder("{\"questions\":[{\"question\":\"" + "x".repeat(1_000_000) + "?\"}");
        for (int i = 1; i < 50_000; i++) {
            input.append(",{\"question\":\"Q").append(i).append("?\"}");
        }
        assertThat(asked("question", input.append("]}").toString()))
                .hasSizeLessThan(1_500)
                .endsWith(" Q7?");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "User has answered your questions: \"Where should the gauge stand?\"=\"North pier\", \"Which \"unit\" is "
                        + "shown?\"=\"Metres, \"long\" ones\". You can now continue with the user's answers in mind.",
                "Your questions have been answered: \"Where?\"=\"North pier\" selected preview:\n+---+\n user notes: x, "
                        + "\"Which?\"=\"Metres, \"long\" ones\".",
                "{\"answers\":{\"place\":{\"answers\":[\"North pier\"]},\"unit\":{\"answers\":[\"Metres, \\\"long\\\" "
                        + "ones\"]}}}",
                "{\"answers\":{\"0\":\"North pier\",\"1\":\"Metres, \\\"long\\\" ones\"}}",
                "{\"answers\":[\"North pier\",\"Metres, \\\"long\\\" ones\"]}",
            })
    void answersAreReadInTheFormsOfTheAgents(String result) {
        assertThat(ToolQuestions.answers(result)).isEqualTo("North pier\nMetres, \"long\" ones");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "User has answered your questions: \"Where?\"=\"Unanswered\". You can now continue",
                "User has answered your questions: . You can now continue.",
                "{\"answers\":{}}",
                "{\"answers\":{\"place\":",
                "\"Where should the gauge stand?\"=\"x\" is not valid",
                "",
            })
    void aResultWithoutAnswersHasNone(String result) {
        assertThat(ToolQuestions.answers(result)).isEmpty();
    }

    @Test
    void anAnswerHasNoCharacterThatIsNotAllowedInText() {
        assertThat(ToolQuestions.answers("{\"answers\":{\"0\":\"North\\u0000pier\"}}"))
                .startsWith("North")
                .endsWith("pier")
                .doesNotContain("\0");
    }

    @Test
    void deepJsonHasNoAnswer() {
        assertThat(ToolQuestions.answers("{\"answers\":{\"0\":" + "[".repeat(900) + "]".repeat(900) + "}}"))
                .isEmpty();
    }
}
