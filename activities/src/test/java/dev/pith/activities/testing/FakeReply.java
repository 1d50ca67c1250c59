package dev.pith.activities.testing;

import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import dev.pith.activities.testing.FakeModel.Call;
import dev.pith.activities.tokens.TokenCounter;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** A reply in OpenAI's format, streamed where the call asks for it. */
final class FakeReply {

    /** Half of a pair has no bytes of its own in UTF-8; it comes as an escape. */
    private static final JsonMapper JSON =
            JsonMapper.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

    private final Call call;
    private String text = "";
    private String reasoning = "";
    private String finish = "stop";
    private int promptTokens;

    FakeReply(Call call) {
        this.call = call;
        this.promptTokens = call.promptTokens();
    }

    FakeReply text(String said) {
        text = said;
        return this;
    }

    FakeReply reasoning(String thought) {
        reasoning = thought;
        return this;
    }

    FakeReply finish(String reason) {
        finish = reason;
        return this;
    }

    FakeReply promptTokens(int read) {
        promptTokens = read;
        return this;
    }

    void send(HttpExchange exchange) throws IOException {
        if (call.streams()) {
            stream(exchange);
            write(exchange, content(text));
            write(exchange, end());
            write(exchange, "[DONE]");
        } else {
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            raw(exchange, 200, whole());
        }
    }

    void sendHalf(HttpExchange exchange) throws IOException {
        stream(exchange);
        write(exchange, content(text.substring(0, text.length() / 2)));
    }

    void sendSlowly(HttpExchange exchange, Duration pause) throws IOException, InterruptedException {
        stream(exchange);
        for (int i = 0; i < text.length(); i++) {
            write(exchange, content(text.substring(i, i + 1)));
            Thread.sleep(pause.toMillis());
        }
    }

    static void raw(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    private static void stream(HttpExchange exchange) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", "text/event-stream");
        exchange.sendResponseHeaders(200, 0);
    }

    private static void write(HttpExchange exchange, String data) throws IOException {
        OutputStream out = exchange.getResponseBody();
        out.write(("data: " + data + "\n\n").getBytes(StandardCharsets.UTF_8));
        out.flush();
    }

    private String content(String piece) throws IOException {
        ObjectNode event = JSON.createObjectNode();
        ObjectNode delta = event.putArray("choices").addObject().putObject("delta");
        if (!reasoning.isEmpty()) {
            delta.put("reasoning_content", reasoning);
        }
        delta.put("content", piece);
        return JSON.writeValueAsString(event);
    }

    private String end() throws IOException {
        ObjectNode event = JSON.createObjectNode();
        ObjectNode choice = event.putArray("choices").addObject();
        choice.putObject("delta");
        choice.put("finish_reason", finish);
        usage(event);
        return JSON.writeValueAsString(event);
    }

    private String whole() throws IOException {
        ObjectNode body = JSON.createObjectNode();
        ObjectNode choice = body.putArray("choices").addObject();
        ObjectNode message = choice.putObject("message");
        message.put("content", text);
        if (!reasoning.isEmpty()) {
            message.put("reasoning_content", reasoning);
        }
        choice.put("finish_reason", finish);
        usage(body);
        return JSON.writeValueAsString(body);
    }

    private void usage(ObjectNode body) {
        body.putObject("usage")
                .put("prompt_tokens", promptTokens)
                .put("completion_tokens", TokenCounter.shared().count(text + reasoning));
    }
}
