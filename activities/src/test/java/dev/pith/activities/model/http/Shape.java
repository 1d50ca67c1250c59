package dev.pith.activities.model.http;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.pith.activities.model.Provider;
import dev.pith.activities.model.http.wire.WireJson;
import mockwebserver3.MockResponse;

/** The four ways in which an answer comes. */
public enum Shape {
    OPENAI_WHOLE(Provider.OPENAI, false),
    OPENAI_STREAM(Provider.OPENAI, true),
    ANTHROPIC_WHOLE(Provider.ANTHROPIC, false),
    ANTHROPIC_STREAM(Provider.ANTHROPIC, true);

    private final Provider provider;
    private final boolean streaming;

    Shape(Provider provider, boolean streaming) {
        this.provider = provider;
        this.streaming = streaming;
    }

    public Provider provider() {
        return provider;
    }

    public boolean streaming() {
        return streaming;
    }

    /** The same provider's other way. */
    Shape other() {
        return switch (this) {
            case OPENAI_WHOLE -> OPENAI_STREAM;
            case OPENAI_STREAM -> OPENAI_WHOLE;
            case ANTHROPIC_WHOLE -> ANTHROPIC_STREAM;
            case ANTHROPIC_STREAM -> ANTHROPIC_WHOLE;
        };
    }

    /** A good answer: 12 tokens in, 3 of them cached, 5 out. */
    public MockResponse answer(String text, String finish) {
        return body(content(text, finish));
    }

    /** A body in this shape's content type. */
    public MockResponse body(String body) {
        return new MockResponse.Builder()
                .setHeader("Content-Type", streaming ? "text/event-stream; charset=utf-8" : "application/json")
                .body(body)
                .build();
    }

    public String content(String text, String finish) {
        return switch (this) {
            case OPENAI_WHOLE -> openAi(text, finish);
            case ANTHROPIC_WHOLE -> anthropic(text, finish);
            case OPENAI_STREAM -> openAiEvents(text, finish);
            case ANTHROPIC_STREAM -> anthropicEvents(text, finish);
        };
    }

    private static String openAi(String text, String finish) {
        ObjectNode root = WireJson.object().put("object", "chat.completion").putNull("error");
        ObjectNode choice = root.putArray("choices").addObject().put("finish_reason", finish);
        choice.putObject("message").put("role", "assistant").put("content", text);
        root.set("usage", openAiUsage());
        return root.toString();
    }

    private static String openAiEvents(String text, String finish) {
        StringBuilder events = new StringBuilder(": waiting\n\n");
        events.append(chunk("{\"role\":\"assistant\",\"content\":null}", "null"));
        for (int i = 0; i < text.length(); i += 3) {
            ObjectNode delta = WireJson.object().put("content", text.substring(i, Math.min(text.length(), i + 3)));
            events.append(chunk(delta.toString(), "null"));
        }
        events.append(chunk("{}", "\"" + finish + "\""));
        events.append(event("{\"choices\":[],\"usage\":" + openAiUsage() + "}"));
        return events.append(event("[DONE]")).toString();
    }

    public static String chunk(String delta, String finish) {
        return event("{\"choices\":[{\"index\":0,\"delta\":" + delta + ",\"finish_reason\":" + finish + "}]}");
    }

    public static String event(String data) {
        return "data: " + data + "\n\n";
    }

    private static ObjectNode openAiUsage() {
        ObjectNode usage = WireJson.object().put("prompt_tokens", 12).put("completion_tokens", 5);
        usage.putObject("prompt_tokens_details").put("cached_tokens", 3);
        return usage;
    }

    private static String anthropic(String text, String finish) {
        ObjectNode root = WireJson.object().put("type", "message").put("stop_reason", finish);
        root.putArray("content").addObject().put("type", "text").put("text", text);
        root.set("usage", anthropicUsage().put("output_tokens", 5));
        return root.toString();
    }

    private static String anthropicEvents(String text, String finish) {
        ObjectNode start = WireJson.object().put("type", "message_start");
        start.putObject("message").set("usage", anthropicUsage().put("output_tokens", 1));
        StringBuilder events = new StringBuilder(event(start.toString()))
                .append(event("{\"type\":\"ping\"}"))
                .append(event(
                        "{\"type\":\"content_block_start\",\"content_block\":{\"type\":\"text\",\"text\":\"\"}}"));
        for (int i = 0; i < text.length(); i += 3) {
            events.append(delta("text_delta", "text", text.substring(i, Math.min(text.length(), i + 3))));
        }
        return events.append(event("{\"type\":\"message_delta\",\"delta\":{\"stop_reason\":\"" + finish
                        + "\"},\"usage\":{\"output_tokens\":5}}"))
                .append(event("{\"type\":\"message_stop\"}"))
                .toString();
    }

    public static String delta(String type, String field, String text) {
        ObjectNode event = WireJson.object().put("type", "content_block_delta");
        event.putObject("delta").put("type", type).put(field, text);
        return event(event.toString());
    }

    private static ObjectNode anthropicUsage() {
        return WireJson.object()
                .put("input_tokens", 7)
                .put("cache_read_input_tokens", 3)
                .put("cache_creation_input_tokens", 2);
    }
}
