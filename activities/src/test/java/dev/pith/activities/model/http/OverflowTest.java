package dev.pith.activities.model.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pith.activities.model.ModelFailure;
import dev.pith.activities.model.ModelFailure.Kind;
import dev.pith.activities.model.http.wire.WireJson;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OverflowTest extends Fixture {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "8192 | This model's maximum context length is 8192 tokens. However, your messages resulted in 9001.",
                "4096 | This model's maximum context length is 4096 tokens. However, you requested 5000 tokens (4000 in "
                        + "the messages, 1000 in the completion).",
                "4096 | 'max_tokens' or 'max_completion_tokens' is too large: 5000. This model's maximum context length "
                        + "is 4096 tokens and your request has 200 input tokens (5000 > 4096 - 200).",
                "4096 | The prompt (total length 5000) is too long to fit into the model (context length 4096).",
                "4096 | The decoder prompt (length 5000) is longer than the maximum model length of 4096. Make sure that "
                        + "`max_model_len` is no smaller than the number of text tokens.",
                "4096 | You passed 5000 input tokens and requested 100 output tokens. However, the model's context length "
                        + "is only 4096 tokens, resulting in a maximum input length of 3996 tokens.",
                "4096 | Input length (5000) exceeds model's maximum context length (4096).",
                "4096 | The engine prompt length 5000 exceeds the max_model_len 4096.",
                "4096 | The input (5000 tokens) is longer than the model's context length (4096 tokens).",
                "4096 | request (5000 tokens) exceeds the available context size (4096 tokens), try increasing it",
                "0 | the request exceeds the available context size. try increasing the context size",
                "200000 | prompt is too long: 210000 tokens > 200000 maximum",
                "200000 | input length and `max_tokens` exceed context limit: 188240 + 21333 > 200000, decrease input",
                "131072 | This endpoint's maximum context length is 131072 tokens. However, you requested about 140000",
                "4096 | Trying to keep the first 5000 tokens when context the overflows. However, the model is loaded with "
                        + "context length of only 4096 tokens, which is not enough.",
                "0 | prompt too long; exceeded max context length by 512 tokens",
                "0 | the input length exceeds the context length",
                "1048576 | The input token count (1200000) exceeds the maximum number of tokens allowed (1048576).",
                "32768 | Prompt contains 40000 tokens, too large for model with 32768 maximum context length",
                "131072 | This model's maximum prompt length is 131072 but the request contains 537812 tokens.",
                "131072 | Invalid request: Your request exceeded model token limit: 131072",
                "129024 | Range of input length should be [1, 129024]",
                "8193 | Input validation error: `inputs` tokens + `max_new_tokens` must be <= 8193. Given: 9000",
                "0 | Your input exceeds the context window of this model. Please adjust your input and try again.",
                "0 | Input is too long for requested model.",
            })
    void serversSayItInManyWays(int window, String words) {
        ModelFailure failure = failure(
                Shape.OPENAI_WHOLE,
                refusal(
                        400,
                        WireJson.object()
                                .put("object", "error")
                                .put("message", words)
                                .toString()));
        assertThat(failure.kind()).isEqualTo(Kind.CONTEXT_OVERFLOW);
        assertThat(failure.window()).isEqualTo(window);
        assertThat(failure).hasMessage("400: " + words);
    }

    @Test
    void codesSayItWithoutWords() {
        ModelFailure openAi = failure(
                Shape.OPENAI_STREAM,
                refusal(400, "{\"error\":{\"message\":\"x\",\"code\":\"context_length_exceeded\"}}"));
        assertThat(openAi.kind()).isEqualTo(Kind.CONTEXT_OVERFLOW);
        ModelFailure llama = failure(
                Shape.OPENAI_STREAM,
                refusal(
                        400,
                        "{\"error\":{\"code\":400,\"message\":\"the request exceeds\",\"type\":"
                                + "\"exceed_context_size_error\",\"n_prompt_tokens\":9000,\"n_ctx\":8192}}"));
        assertThat(llama.kind()).isEqualTo(Kind.CONTEXT_OVERFLOW);
        assertThat(llama.window()).isEqualTo(8192);
        ModelFailure anthropic = failure(
                Shape.ANTHROPIC_WHOLE,
                refusal(413, "{\"type\":\"error\",\"error\":{\"type\":\"request_too_large\",\"message\":\"x\"}}"));
        assertThat(anthropic.kind()).isEqualTo(Kind.CONTEXT_OVERFLOW);
        assertThat(anthropic.window()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"model_context_window_exceeded", "string_above_max_length", "context_length_exceeded"})
    void codesSayItInsideOfAStreamToo(String code) {
        String event = Shape.event("{\"error\":{\"message\":\"Too much: 5000\",\"code\":\"" + code + "\"}}");
        ModelFailure failure = failure(Shape.OPENAI_STREAM, event);
        assertThat(failure.kind()).isEqualTo(Kind.CONTEXT_OVERFLOW);
        assertThat(failure.window()).isZero();
    }

    @Test
    void itIsFoundBehindAGatewayAndInsideAStream() {
        String raw = "{\"error\":{\"message\":\"Provider returned error\",\"code\":400,\"metadata\":{\"raw\":"
                + "\"{\\\"error\\\":{\\\"message\\\":\\\"prompt is too long: 9 tokens > 8 maximum\\\"}}\"}}}";
        assertThat(failure(Shape.OPENAI_WHOLE, refusal(400, raw)).window()).isEqualTo(8);
        assertThat(failure(Shape.OPENAI_STREAM, Shape.event(raw)).kind()).isEqualTo(Kind.CONTEXT_OVERFLOW);
    }

    @Test
    void aServerErrorThatSaysItIsOneToo() {
        assertThat(failure(
                                Shape.OPENAI_STREAM,
                                refusal(500, "{\"error\":{\"message\":\"Context size has been exceeded.\"}}"))
                        .kind())
                .isEqualTo(Kind.CONTEXT_OVERFLOW);
    }

    @Test
    void aRequestLargerThanAMinutesTokensIsNotHelpedByWaiting() {
        String words = "Request too large for m-1 on tokens per min (TPM): Limit 30000, Requested 45000. The input or "
                + "output tokens must be reduced in order to run successfully.";
        ModelFailure failure =
                failure(Shape.OPENAI_STREAM, refusal(429, "{\"error\":{\"message\":\"" + words + "\"}}"));
        assertThat(failure.kind()).isEqualTo(Kind.CONTEXT_OVERFLOW);
        assertThat(failure.window()).as("as much as one call may have").isEqualTo(30_000);
    }
}
