package dev.pith.starter.web;

import static dev.pith.starter.web.ServedHome.object;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.ai.chat.client.ChatClient;
import org.springframework.ai.chat.client.advisor.MessageChatMemoryAdvisor;
import org.springframework.ai.chat.memory.ChatMemory;
import org.springframework.ai.chat.messages.AssistantMessage;
import org.springframework.ai.chat.messages.Message;
import org.springframework.ai.chat.messages.SystemMessage;
import org.springframework.ai.chat.messages.ToolResponseMessage;
import org.springframework.ai.chat.messages.UserMessage;
import org.springframework.ai.chat.model.ChatModel;
import org.springframework.ai.chat.model.ChatResponse;
import org.springframework.ai.chat.model.Generation;
import org.springframework.ai.content.Media;
import org.springframework.util.MimeTypeUtils;

/** The memory for Spring AI in the documentation compiles, and keeps what Spring AI's own client says. */
@Tag("servers")
class SpringAiMemoryTest extends InAServedHome {

    private static final int BUDGET = 8_000;

    private CompiledExample example;

    @BeforeAll
    void compile(@TempDir Path classes) throws IOException {
        example = new CompiledExample("springai/PithChatMemory.java", classes);
    }

    @AfterAll
    void closeExample() throws IOException {
        example.close();
    }

    private ChatMemory memory() throws ReflectiveOperationException {
        return (ChatMemory) example.make(served.url(""), BUDGET);
    }

    @Test
    void aConversationWithCallsOfTools_comesBackAsItWas() throws Exception {
        ChatMemory memory = memory();
        List<Message> said = List.of(
                new SystemMessage("Answer in one sentence."),
                new UserMessage("Which ports do the harbor and the pier service listen on?"),
                AssistantMessage.builder()
                        .content("I look.")
                        .toolCalls(List.of(call("c1", "harbor"), call("c2", "pier")))
                        .build(),
                ToolResponseMessage.builder()
                        .responses(List.of(result("c1", "8443"), result("c2", "8444")))
                        .build(),
                new AssistantMessage("On 8443 and 8444."));
        memory.add("ports", said);

        assertThat(memory.get("ports")).isEqualTo(said);
        assertThat(memory().get("ports")).as("another process goes on").isEqualTo(said);
        assertThat(memory.get("another")).isEmpty();
        memory.add("ports", List.of());

        memory.clear("ports");
        assertThat(memory.get("ports")).isEmpty();
    }

    @Test
    void theClientOfSpringAi_goesOnFromACompactedContext() throws Exception {
        List<List<Message>> prompts = new ArrayList<>();
        ChatModel model = prompt -> {
            prompts.add(List.copyOf(prompt.getInstructions()));
            return new ChatResponse(
                    List.of(new Generation(new AssistantMessage("It waits for the tide. ".repeat(60)))));
        };
        ChatClient client = ChatClient.builder(model)
                .defaultSystem("You know the harbor.")
                .defaultAdvisors(MessageChatMemoryAdvisor.builder(memory()).build())
                .build();
        for (int turn = 0; turn < 8; turn++) {
            ask(client, "Why is ferry" + turn + " late? " + "It was due at noon. ".repeat(60));
        }
        String id = object(served.post("/v1/conversations", "{\"key\":\"customer 4711\"}"))
                .path("id")
                .asText();
        assertThat(object(served.post("/v1/conversations/" + id + "/compactions?wait=60s", "{\"flush\":\"off\"}"))
                        .path("outcome")
                        .asText())
                .isEqualTo("compacted");

        ask(client, "Which ferry was the first?");

        List<Message> before = prompts.get(7);
        List<Message> after = prompts.get(8);
        assertThat(before).hasSize(1 + 2 * 7 + 1);
        assertThat(after).hasSizeLessThan(before.size());
        assertThat(after.get(0)).isEqualTo(new SystemMessage("You know the harbor."));
        assertThat(after.get(1)).isInstanceOf(UserMessage.class);
        assertThat(after.get(1).getText()).as("the summary").contains("ferry0");
        assertThat(after.get(after.size() - 1)).isEqualTo(new UserMessage("Which ferry was the first?"));
        assertThat(object(served.get("/v1/conversations/" + id))
                        .path("messages")
                        .asInt())
                .as("every message is stored")
                .isEqualTo(2 * 9);
    }

    @Test
    void aPicture_isRefused_notDropped() throws Exception {
        ChatMemory memory = memory();
        Message picture = UserMessage.builder()
                .text("What is this?")
                .media(new Media(MimeTypeUtils.IMAGE_PNG, URI.create("https://example.org/pier.png")))
                .build();
        assertThatThrownBy(() -> memory.add("pictures", picture)).hasMessageContaining("media");
    }

    private static void ask(ChatClient client, String question) {
        assertThat(client.prompt()
                        .user(question)
                        .advisors(advisors -> advisors.param(ChatMemory.CONVERSATION_ID, "customer 4711"))
                        .call()
                        .content())
                .startsWith("It waits");
    }

    private static AssistantMessage.ToolCall call(String id, String service) {
        return new AssistantMessage.ToolCall(id, "function", "ports", "{\"service\":\"" + service + "\"}");
    }

    private static ToolResponseMessage.ToolResponse result(String id, String text) {
        return new ToolResponseMessage.ToolResponse(id, "ports", text);
    }
}
