package dev.pith.activities.model.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pith.activities.model.ModelFailure;
import dev.pith.activities.model.ModelFailure.Kind;
import mockwebserver3.MockResponse;
import okio.Buffer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class BrokenAnswerTest extends Fixture {

    private String host() {
        return "localhost:" + server.getPort();
    }

    @ParameterizedTest
    @EnumSource
    void anEmptyBodyIsNoAnswer(Shape shape) {
        ModelFailure failure = failure(shape, "");
        assertThat(failure.kind()).isEqualTo(Kind.TRANSPORT);
        assertThat(failure).hasMessage(host() + " answered with nothing");
    }

    @ParameterizedTest
    @EnumSource
    void garbageBytesAreNoAnswer(Shape shape) {
        Buffer garbage = new Buffer().write(new byte[] {(byte) 0xff, 0, (byte) 0xc3, 0x28, '\n', '\n', (byte) 0x80});
        ModelFailure failure = failure(
                shape,
                new MockResponse.Builder()
                        .headers(shape.body("").getHeaders())
                        .removeHeader("Content-Length")
                        .body(garbage)
                        .build());
        assertThat(failure.kind()).isEqualTo(Kind.TRANSPORT);
        assertThat(failure).hasMessage(host() + " answered with something that is not JSON");
    }

    @ParameterizedTest
    @EnumSource
    void brokenJsonIsNoAnswerAndItsTextIsNotTold(Shape shape) {
        String cut = shape.streaming()
                ? Shape.event("{\"choices\":[{\"delta\":{\"content\":\"the words of a conv")
                : "{\"choices\":[{\"message\":{\"content\":\"the words of a conv";
        ModelFailure failure = failure(shape, cut);
        assertThat(failure.kind()).isEqualTo(Kind.TRANSPORT);
        assertThat(failure).hasMessage(host() + " answered with something that is not JSON");
        assertThat(failure).hasNoCause();
    }

    @ParameterizedTest
    @EnumSource
    void aPageIsNoAnswerAndIsReducedToItsTitle(Shape shape) {
        ModelFailure failure = failure(
                shape,
                new MockResponse.Builder()
                        .setHeader("Content-Type", "text/html")
                        .body(
                                "<!DOCTYPE html><html><head><title>Sign in &amp; go on</title></head><body>x</body></html>")
                        .build());
        assertThat(failure.kind()).isEqualTo(Kind.TRANSPORT);
        assertThat(failure).hasMessage(host() + " answered with a page instead of JSON: Sign in & go on");
    }

    @Test
    void jsonWithoutAnAnswerIsNone() {
        assertThat(failure(Shape.OPENAI_WHOLE, "{\"choices\":[]}"))
                .hasMessage(host() + " answered JSON without choices");
        assertThat(failure(Shape.ANTHROPIC_WHOLE, "{\"id\":7}")).hasMessage(host() + " answered JSON without content");
        assertThat(failure(Shape.OPENAI_WHOLE, "42"))
                .hasMessage(host() + " answered with something that is not a JSON object");
    }

    @Test
    void aStreamWithoutItsEndIsNoAnswer() {
        String chunks = Shape.chunk("{\"content\":\"half of it\"}", "null");
        ModelFailure failure = failure(Shape.OPENAI_STREAM, chunks);
        assertThat(failure.kind()).isEqualTo(Kind.TRANSPORT);
        assertThat(failure).hasMessage(host() + " ended the stream before its end");
    }

    @Test
    void anthropicsStopReasonIsNotYetTheEnd() {
        String whole = Shape.ANTHROPIC_STREAM.content("answer", "end_turn");
        String events = whole.substring(0, whole.indexOf("data: {\"type\":\"message_stop\"}"));
        assertThat(failure(Shape.ANTHROPIC_STREAM, events)).hasMessage(host() + " ended the stream before its end");
        assertThat(failure(Shape.ANTHROPIC_STREAM, events + Shape.event("[DONE]")))
                .hasMessage(host() + " ended the stream before its end");
    }

    @Test
    void aFinishReasonIsEndEnoughForOpenAi() {
        assertThat(reply(Shape.OPENAI_STREAM, Shape.chunk("{\"content\":\"all\"}", "\"stop\""))
                        .text())
                .isEqualTo("all");
        assertThat(reply(Shape.OPENAI_STREAM, Shape.chunk("{\"content\":\"all\"}", "\"stop\"") + "data: {\"cho\n\n")
                        .text())
                .isEqualTo("all");
    }

    @ParameterizedTest
    @EnumSource
    void anAnswerWithoutBoundIsCutOff(Shape shape) {
        String much = "x".repeat(9 << 20);
        ModelFailure failure = failure(shape, shape.content(shape.streaming() ? "" : much, "stop") + much);
        if (shape.streaming()) {
            failure = failure(shape, Shape.event("{\"ping\":\"" + much + "\"}"));
        }
        assertThat(failure.kind()).isEqualTo(Kind.TRANSPORT);
        assertThat(failure).hasMessage(host() + " sends more than 8 MB, which no answer needs");
    }
}
