import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.ai.chat.memory.ChatMemory;
import org.springframework.ai.chat.messages.AssistantMessage;
import org.springframework.ai.chat.messages.AssistantMessage.ToolCall;
import org.springframework.ai.chat.messages.Message;
import org.springframework.ai.chat.messages.SystemMessage;
import org.springframework.ai.chat.messages.ToolResponseMessage;
import org.springframework.ai.chat.messages.ToolResponseMessage.ToolResponse;
import org.springframework.ai.chat.messages.UserMessage;
import org.springframework.ai.content.MediaContent;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A memory of Spring AI that Pith keeps: every message is stored, and the context comes back compacted to a budget. The
 * conversation ids are your own; the same id goes on with a conversation, in this process or another one. Thread-safe.
 */
public final class PithChatMemory implements ChatMemory {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final HttpClient client = HttpClient.newHttpClient();
    private final Map<String, String> conversations = new ConcurrentHashMap<>();
    private final String pith;
    private final int budget;

    /**
     * Creates the memory of an application.
     *
     * @param pith the address of {@code pith serve}, such as http://127.0.0.1:7484
     * @param budget the most tokens of a context
     */
    public PithChatMemory(String pith, int budget) {
        this.pith = pith + "/v1/conversations";
        this.budget = budget;
    }

    @Override
    public void add(String conversationId, List<Message> messages) {
        ObjectNode body = JSON.createObjectNode();
        ArrayNode written = body.putArray("messages");
        messages.forEach(message -> write(message, written));
        if (!written.isEmpty()) {
            send("POST", conversation(conversationId) + "/messages", body);
        }
    }

    @Override
    public List<Message> get(String conversationId) {
        List<Message> messages = new ArrayList<>();
        Map<String, String> tools = new HashMap<>();
        List<ToolResponse> results = new ArrayList<>();
        String address = conversation(conversationId) + "/context?format=openai&budget=" + budget;
        for (JsonNode message : send("GET", address, null).path("messages")) {
            String text = message.path("content").asString("");
            String role = message.path("role").asString("");
            if (role.equals("tool")) {
                String call = message.path("tool_call_id").asString("");
                results.add(new ToolResponse(call, tools.getOrDefault(call, "tool"), text));
                continue;
            }
            endResults(results, messages);
            messages.add(
                    switch (role) {
                        case "system", "developer" -> new SystemMessage(text);
                        case "user" -> new UserMessage(text);
                        default -> reply(text, message.path("tool_calls"), tools);
                    });
        }
        endResults(results, messages);
        return messages;
    }

    /** Begins a new conversation for the id in this process; the one of before stays stored. */
    @Override
    public void clear(String conversationId) {
        conversations.put(conversationId, open(conversationId + " " + UUID.randomUUID()));
    }

    private String conversation(String id) {
        return conversations.computeIfAbsent(id, this::open);
    }

    private String open(String key) {
        return pith + "/"
                + send("POST", pith, JSON.createObjectNode().put("key", key)).path("id").asString();
    }

    private static void write(Message message, ArrayNode to) {
        if (message instanceof MediaContent content && !content.getMedia().isEmpty()) {
            throw new IllegalArgumentException("the message has media, which this memory does not keep: send its text");
        }
        if (message instanceof ToolResponseMessage tools) {
            tools.getResponses().forEach(result -> to.addObject()
                    .put("role", "tool")
                    .put("tool_call_id", result.id())
                    .put("content", result.responseData()));
            return;
        }
        ObjectNode node = to.addObject()
                .put("role", message.getMessageType().getValue())
                .put("content", message.getText() == null ? "" : message.getText());
        if (message instanceof AssistantMessage reply && reply.hasToolCalls()) {
            ArrayNode calls = node.putArray("tool_calls");
            for (ToolCall call : reply.getToolCalls()) {
                calls.addObject()
                        .put("id", call.id())
                        .put("type", "function")
                        .putObject("function")
                        .put("name", call.name())
                        .put("arguments", call.arguments());
            }
        }
    }

    private static AssistantMessage reply(String text, JsonNode written, Map<String, String> tools) {
        List<ToolCall> calls = new ArrayList<>();
        for (JsonNode call : written) {
            JsonNode function = call.path("function");
            String id = call.path("id").asString("");
            String name = function.path("name").asString("");
            tools.put(id, name);
            calls.add(new ToolCall(id, "function", name, function.path("arguments").asString("")));
        }
        return AssistantMessage.builder().content(text).toolCalls(calls).build();
    }

    /** Results that follow each other answer the calls of one reply: they are one message in Spring AI. */
    private static void endResults(List<ToolResponse> results, List<Message> messages) {
        if (!results.isEmpty()) {
            messages.add(ToolResponseMessage.builder().responses(List.copyOf(results)).build());
            results.clear();
        }
    }

    private JsonNode send(String method, String url, JsonNode body) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(url))
                .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body.toString()))
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .build();
        try {
            HttpResponse<String> answer = client.send(request, BodyHandlers.ofString());
            if (answer.statusCode() >= 300) {
                throw new IllegalStateException(answer.body());
            }
            return JSON.readTree(answer.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
