package dev.pith.activities.testing;

import com.sun.net.httpserver.HttpExchange;
import dev.pith.activities.testing.FakeModel.Call;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** How a {@link FakeModel} answers a call. */
@FunctionalInterface
public interface Behavior {

    /** How long before a timed answer the prompt's tokens are counted, in nanoseconds. */
    long COUNTING = 500_000_000;

    /** Answers, or does not. */
    void answer(HttpExchange exchange, Call call) throws IOException, InterruptedException;

    /** A good summary of about so many tokens, at once. */
    static Behavior summary(int tokens) {
        return (exchange, call) -> text(FakeSummary.of(tokens, call.material())).answer(exchange, call);
    }

    /** A good summary of the length that was asked for. */
    static Behavior asLongAsAsked() {
        return (exchange, call) -> summary(call.askedTokens()).answer(exchange, call);
    }

    /** A text with a clean stop. */
    static Behavior text(String text) {
        return (exchange, call) -> new FakeReply(call).text(text).finish("stop").send(exchange);
    }

    /** A text that ends for another reason. */
    static Behavior text(String text, String finish) {
        return (exchange, call) -> new FakeReply(call).text(text).finish(finish).send(exchange);
    }

    /** Reasoning and nothing else. */
    static Behavior onlyReasoning(String finish) {
        return (exchange, call) -> new FakeReply(call)
                .reasoning("Let me think about this conversation.")
                .finish(finish)
                .send(exchange);
    }

    /** A summary after a model that read only so much of the prompt. */
    static Behavior summaryHavingRead(int promptTokens, int tokens) {
        return (exchange, call) -> new FakeReply(call)
                .text(FakeSummary.of(tokens, call.material()))
                .promptTokens(promptTokens)
                .finish("stop")
                .send(exchange);
    }

    /** A summary that takes as long as a model does, counted from the moment that the call came. */
    static Behavior timed(Duration first, Duration perToken, int tokens) {
        return (exchange, call) -> {
            long due =
                    call.arrived() + first.plus(perToken.multipliedBy(tokens)).toNanos();
            // When nobody else is at work: a server of its own would take no processor time of the client.
            TimeUnit.NANOSECONDS.sleep(due - COUNTING - System.nanoTime());
            call.promptTokens();
            TimeUnit.NANOSECONDS.sleep(due - System.nanoTime());
            summary(tokens).answer(exchange, call);
        };
    }

    /** A status with a body and headers. */
    static Behavior status(int status, String body, Map<String, String> headers) {
        return (exchange, call) -> {
            headers.forEach((name, value) -> exchange.getResponseHeaders().set(name, value));
            FakeReply.raw(exchange, status, body);
        };
    }

    /** A status with an error as OpenAI writes it. */
    static Behavior error(int status, String message) {
        return status(
                status, "{\"error\":{\"message\":\"" + message + "\"}}", Map.of("Content-Type", "application/json"));
    }

    /** As many slots as a server has: who comes when they are full is told to come back. */
    static Behavior slots(int slots, int retryAfterSeconds, Behavior served) {
        return (exchange, call) -> {
            Behavior answer = call.running() > slots
                    ? status(
                            429,
                            "{\"error\":{\"message\":\"all slots are busy\"}}",
                            Map.of("Retry-After", Integer.toString(retryAfterSeconds)))
                    : served;
            answer.answer(exchange, call);
        };
    }

    /** Silence until the caller goes away or the time is over. */
    static Behavior hang(Duration time) {
        return (exchange, call) -> Thread.sleep(time.toMillis());
    }

    /** A stream that is cut in its middle. */
    static Behavior cutStream() {
        return (exchange, call) ->
                new FakeReply(call).text(FakeSummary.of(60, call.material())).sendHalf(exchange);
    }

    /** A stream of single characters with a pause between any two. */
    static Behavior drip(Duration pause) {
        return (exchange, call) ->
                new FakeReply(call).text(FakeSummary.of(2_000, call.material())).sendSlowly(exchange, pause);
    }

    /** A body that says it is an answer and is none. */
    static Behavior garbage(byte[] bytes) {
        return (exchange, call) -> {
            exchange.getResponseHeaders().set("Content-Type", "text/event-stream");
            exchange.sendResponseHeaders(200, bytes.length);
            exchange.getResponseBody().write(bytes);
        };
    }

    /** A window, prompt and answer together: what would not fit is refused, the rest is served. */
    static Behavior window(int served, Behavior refusal, Behavior answer) {
        return (exchange, call) ->
                (call.promptTokens() + call.maxTokens() > served ? refusal : answer).answer(exchange, call);
    }
}
