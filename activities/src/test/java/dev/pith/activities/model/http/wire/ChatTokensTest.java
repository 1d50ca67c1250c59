package dev.pith.activities.model.http.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ChatTokensTest {

    @Test
    void onlyTheFinalChannelIsTheAnswer() {
        String answer = "<|channel|>analysis<|message|>We need a summary.<|end|><|start|>assistant"
                + "<|channel|>final<|message|>## Done\n- built<|return|>";
        assertThat(ChatTokens.of(answer)).isEqualTo(new ChatTokens("## Done\n- built", true));
        assertThat(ChatTokens.of("<|start|>assistant<|channel|>final<|message|>Done.<|end|>"))
                .isEqualTo(new ChatTokens("Done.", false));
        assertThat(ChatTokens.of("<|channel|>analysis<|message|>We need")).isEqualTo(new ChatTokens("", true));
    }

    @Test
    void channelsWhoseTokensAServerDropped_areTold() {
        assertThat(ChatTokens.of("analysisWe need a summary.assistantfinal## Done\n- built"))
                .isEqualTo(new ChatTokens("## Done\n- built", true));
        assertThat(ChatTokens.of("assistantfinal## Done")).isEqualTo(new ChatTokens("## Done", false));
        assertThat(ChatTokens.of("The log shows assistantfinal in the answer."))
                .isEqualTo(new ChatTokens("The log shows assistantfinal in the answer.", false));
    }

    @Test
    void endMarkersAreTakenOff() {
        assertThat(ChatTokens.of("<|im_start|>assistant\n## Done\n- built<|im_end|>\n</s>"))
                .isEqualTo(new ChatTokens("## Done\n- built", false));
    }

    @Test
    void turnsThatTheModelInventsAreTakenOff() {
        for (String next :
                List.of("<end_of_turn>\n<start_of_turn>user\nhello", "<|endoftext|><|im_start|>user\nWhat now?")) {
            assertThat(ChatTokens.of("## Done\n- built" + next)).isEqualTo(new ChatTokens("## Done\n- built", false));
        }
    }

    @Test
    void tokensInTheTextAreWhatItIsAbout() {
        String about =
                "The template puts <|im_end|> after each turn and <|channel|>final<|message|> before the answer.";
        assertThat(ChatTokens.of(about)).isEqualTo(new ChatTokens(about, false));
    }
}
