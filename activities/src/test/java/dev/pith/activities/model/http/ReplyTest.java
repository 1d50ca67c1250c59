package dev.pith.activities.model.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pith.activities.model.Finish;
import dev.pith.activities.model.ModelReply;
import dev.pith.activities.model.Usage;
import dev.pith.activities.model.http.wire.ThinkTags;
import mockwebserver3.MockResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReplyTest extends Fixture {

    private static final Usage TOLD = new Usage(12, 5, 3, false);

    @ParameterizedTest
    @EnumSource
    void aGoodAnswerIsRead(Shape shape) {
        ModelReply reply = reply(shape, shape.answer("  Grüße, 模型 🙂\n", "stop"));
        assertThat(reply).isEqualTo(new ModelReply("Grüße, 模型 🙂", false, Finish.STOP, "stop", TOLD, 0));
    }

    @ParameterizedTest
    @EnumSource
    void aByteOrderMarkIsNoPartOfAnAnswer(Shape shape) {
        MockResponse response = new MockResponse.Builder()
                .addHeader("Content-Type", shape.streaming() ? "text/event-stream" : "application/json")
                .body("\uFEFF" + shape.content("marked", "stop"))
                .build();
        assertThat(reply(shape, response).text()).isEqualTo("marked");
    }

    @ParameterizedTest
    @EnumSource
    void theContentTypeDecidesNotWhatWasAskedFor(Shape shape) {
        assertThat(reply(shape, shape.other().answer("turned", "stop")).text()).isEqualTo("turned");
    }

    @ParameterizedTest
    @EnumSource
    void aMissingContentTypeIsMadeUpForByTheBody(Shape shape) {
        MockResponse response = new MockResponse.Builder()
                .body(shape.content("unnamed", "stop"))
                .build();
        assertThat(reply(shape, response).text()).isEqualTo("unnamed");
    }

    @ParameterizedTest
    @CsvSource({
        "stop, STOP",
        "end_turn, STOP",
        "stop_sequence, STOP",
        "length, LENGTH",
        "max_tokens, LENGTH",
        "MAX_TOKENS, LENGTH",
        "model_context_window_exceeded, WINDOW_FULL",
        "content_filter, FILTERED",
        "refusal, REFUSED",
        "tool_calls, TOOL_CALLS",
        "tool_use, TOOL_CALLS",
        "error, FAILED",
        "network_error, FAILED",
        "whatever, UNKNOWN",
    })
    void finishReasonsAreToldApart(String reason, Finish finish) {
        for (Shape shape : Shape.values()) {
            assertThat(reply(shape, shape.answer("x", reason)).finish()).isEqualTo(finish);
        }
    }

    @Test
    void aMissingFinishReasonIsToldAsThat() {
        assertThat(reply(Shape.OPENAI_WHOLE, "{\"choices\":[{\"message\":{\"content\":\"x\"}}]}")
                        .finish())
                .isEqualTo(Finish.MISSING);
        assertThat(reply(Shape.OPENAI_STREAM, Shape.chunk("{\"content\":\"x\"}", "null") + Shape.event("[DONE]"))
                        .finish())
                .isEqualTo(Finish.MISSING);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"content\":null,\"reasoning_content\":\"hm\"",
                "\"content\":null,\"reasoning\":\"hm\"",
                "\"content\":\"\",\"reasoning\":\"hm\"",
                "\"content\":\"<think>hm</think>\"",
                "\"content\":\"\\n<think>hm, cut\"",
                "\"content\":[{\"type\":\"thinking\",\"thinking\":[{\"type\":\"text\",\"text\":\"hm\"}]}]",
            })
    void aReplyOfReasoningOnlyHasNoText(String message) {
        ModelReply whole = reply(
                Shape.OPENAI_WHOLE, "{\"choices\":[{\"finish_reason\":\"length\",\"message\":{" + message + "}}]}");
        ModelReply stream =
                reply(Shape.OPENAI_STREAM, Shape.chunk("{" + message + "}", "null") + Shape.chunk("{}", "\"length\""));
        for (ModelReply reply : new ModelReply[] {whole, stream}) {
            assertThat(reply.text()).isEmpty();
            assertThat(reply.reasoned()).isTrue();
            assertThat(reply.finish()).isEqualTo(Finish.LENGTH);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "<think>hm</think>\\n\\nanswer, answer, true",
        "<think></think>answer, answer, true",
        "<thinking>hm</thinking><think>hm</think> answer, answer, true",
        "hm\\n</think>\\nanswer, answer, true",
        "We fixed the <think> tag, We fixed the <think> tag, false",
        "The parser ends at </think> now, The parser ends at </think> now, false",
    })
    void thinkTagsAreReasoningAtTheBeginningOnly(String content, String text, boolean reasoned) {
        ThinkTags tags = ThinkTags.of(content.replace("\\n", "\n"));
        assertThat(tags).isEqualTo(new ThinkTags(text, reasoned));
    }

    @Test
    void thinkingBlocksAreNotText() {
        String whole = "{\"type\":\"message\",\"stop_reason\":\"end_turn\",\"content\":["
                + "{\"type\":\"thinking\",\"thinking\":\"hm\",\"signature\":\"s\"},"
                + "{\"type\":\"redacted_thinking\",\"data\":\"s\"},{\"type\":\"text\",\"text\":\"answer\"}]}";
        String stream = Shape.event(
                        "{\"type\":\"content_block_start\",\"content_block\":{\"type\":\"thinking\",\"thinking\":\"\"}}")
                + Shape.delta("thinking_delta", "thinking", "hm")
                + Shape.delta("signature_delta", "signature", "s")
                + Shape.delta("text_delta", "text", "answer")
                + Shape.event("{\"type\":\"message_delta\",\"delta\":{\"stop_reason\":\"end_turn\"}}")
                + Shape.event("{\"type\":\"message_stop\"}");
        for (ModelReply reply :
                new ModelReply[] {reply(Shape.ANTHROPIC_WHOLE, whole), reply(Shape.ANTHROPIC_STREAM, stream)}) {
            assertThat(reply.text()).isEqualTo("answer");
            assertThat(reply.reasoned()).isTrue();
            assertThat(reply.finish()).isEqualTo(Finish.STOP);
        }
    }

    @Test
    void contentInPartsIsJoined() {
        String message = "{\"content\":[{\"type\":\"text\",\"text\":\"one \"},{\"type\":\"text\",\"text\":\"two\"}]}";
        assertThat(reply(Shape.OPENAI_WHOLE, "{\"choices\":[{\"finish_reason\":\"stop\",\"message\":" + message + "}]}")
                        .text())
                .isEqualTo("one two");
        assertThat(reply(Shape.OPENAI_STREAM, Shape.chunk(message, "\"stop\"")).text())
                .isEqualTo("one two");
    }

    @Test
    void aRefusalFieldIsARefusalWhateverTheFinishReason() {
        String message = "{\"content\":null,\"refusal\":\"I will not.\"}";
        assertThat(reply(Shape.OPENAI_WHOLE, "{\"choices\":[{\"finish_reason\":\"stop\",\"message\":" + message + "}]}")
                        .finish())
                .isEqualTo(Finish.REFUSED);
        assertThat(reply(Shape.OPENAI_STREAM, Shape.chunk(message, "null") + Shape.chunk("{}", "\"stop\""))
                        .finish())
                .isEqualTo(Finish.REFUSED);
    }

    @Test
    void absentUsageIsCountedAndMarked() {
        ModelReply whole = reply(
                Shape.OPENAI_WHOLE,
                "{\"choices\":[{\"finish_reason\":\"stop\",\"message\":{\"content\":\"one two three\"}}]}");
        ModelReply stream = reply(Shape.OPENAI_STREAM, Shape.chunk("{\"content\":\"one two three\"}", "\"stop\""));
        assertThat(whole.usage()).isEqualTo(new Usage(6, 3, 0, true));
        assertThat(stream.usage()).isEqualTo(new Usage(6, 3, 0, true));
    }

    @Test
    void reasoningIsCountedAsGenerated() {
        assertThat(reply(
                                Shape.OPENAI_STREAM,
                                Shape.chunk("{\"reasoning\":\"one two three\"}", "null")
                                        + Shape.chunk("{\"content\":\"four\"}", "\"stop\""))
                        .usage())
                .isEqualTo(new Usage(6, 4, 0, true));
    }

    @Test
    void absurdUsageDoesNoHarm() {
        String usage =
                "{\"prompt_tokens\":-1,\"completion_tokens\":2,\"prompt_tokens_details\":{\"cached_tokens\":99}}";
        assertThat(reply(
                                Shape.OPENAI_WHOLE,
                                "{\"choices\":[{\"finish_reason\":\"stop\",\"message\":{\"content\":\"x\"}}],\"usage\":"
                                        + usage + "}")
                        .usage())
                .isEqualTo(new Usage(6, 2, 0, true));
    }

    @Test
    void aStreamThatLosesItsLastLineFeedIsWhole() {
        String events = Shape.ANTHROPIC_STREAM.content("answer", "end_turn").stripTrailing();
        assertThat(reply(Shape.ANTHROPIC_STREAM, events).text()).isEqualTo("answer");
    }
}
