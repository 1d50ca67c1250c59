import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.langchain4j.agent.tool.ToolExecutionRequest;
import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.data.message.ChatMessage;
import dev.langchain4j.data.message.SystemMessage;
import dev.langchain4j.data.message.ToolExecutionResultMessage;
import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.memory.ChatMemory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * A memory of LangChain4j that Pith keeps: every message is stored, and the context comes back compacted to a budget. Give
 * the same key to go on with a conversation, in this process or another one.
 */
public final class PithChatMemory implements ChatMemory {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient client = HttpClient.newHttpClient();
    private final String pith;
    private final String key;
    private final int budget;
    private String conversation;

    /**
     * Opens a conversation.
     *
     * @param pith the address of {@code pith serve}, such as http://127.0.0.1:7484
     * @param key your own name of the conversation
     * @param budget the most tokens of the context
     */
    public PithChatMemory(String pith, String key, int budget) {
        this.pith = pith + "/v1/conversations";
        this.key = key;
        this.budget = budget;
        this.conversation = open(key);
    }

    @Override
    public Object id() {
        return key;
    }

    @Override
    public void add(ChatMessage message) {
        ObjectNode body = JSON.createObjectNode();
        body.putArray("messages").add(written(message));
        send("POST", conversation + "/messages", body);
    }

    @Override
    public List<ChatMessage> messages() {
        List<ChatMessage> messages = new ArrayList<>();
        JsonNode context = send("GET", conversation + "/context?format=openai&budget=" + budget, null);
        context.path("messages").forEach(message -> messages.add(read(message)));
        return messages;
    }

    /** Begins a new conversation; the one of before stays stored, and is deleted by {@code pith delete}. */
    @Override
    public void clear() {
        conversation = open(key + " " + UUID.randomUUID());
    }

    private String open(String name) {
        return pith + "/" + send("POST", pith, JSON.createObjectNode().put("key", name)).path("id").textValue();
    }

    private static ObjectNode written(ChatMessage message) {
        ObjectNode node = JSON.createObjectNode();
        if (message instanceof SystemMessage system) {
            return node.put("role", "system").put("content", system.text());
        }
        if (message instanceof UserMessage user) {
            return node.put("role", "user").put("content", user.singleText());
        }
        if (message instanceof ToolExecutionResultMessage result) {
            return node.put("role", "tool").put("tool_call_id", result.id()).put("content", result.text());
        }
        AiMessage reply = (AiMessage) message;
        node.put("role", "assistant").put("content", reply.text() == null ? "" : reply.text());
        if (reply.hasToolExecutionRequests()) {
            ArrayNode calls = node.putArray("tool_calls");
            for (ToolExecutionRequest request : reply.toolExecutionRequests()) {
                calls.addObject()
                        .put("id", request.id())
                        .put("type", "function")
                        .putObject("function")
                        .put("name", request.name())
                        .put("arguments", request.arguments());
            }
        }
        return node;
    }

    private static ChatMessage read(JsonNode message) {
        String text = message.path("content").asText("");
        return switch (message.path("role").asText()) {
            case "system", "developer" -> SystemMessage.from(text);
            case "user" -> UserMessage.from(text);
            case "tool" -> ToolExecutionResultMessage.from(message.path("tool_call_id").asText(), "tool", text);
            default -> reply(text, message.path("tool_calls"));
        };
    }

    private static AiMessage reply(String text, JsonNode calls) {
        List<ToolExecutionRequest> requests = new ArrayList<>();
        calls.forEach(call -> requests.add(ToolExecutionRequest.builder()
                .id(call.path("id").asText())
                .name(call.path("function").path("name").asText())
                .arguments(call.path("function").path("arguments").asText())
                .build()));
        return requests.isEmpty() ? AiMessage.from(text) : AiMessage.from(text, requests);
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
