package dev.pith.starter.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.langchain4j.agent.tool.ToolExecutionRequest;
import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.data.message.ChatMessage;
import dev.langchain4j.data.message.SystemMessage;
import dev.langchain4j.data.message.ToolExecutionResultMessage;
import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.memory.ChatMemory;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The memory for LangChain4j in the documentation compiles, and keeps a conversation with calls of tools. */
@Tag("servers")
class LangChainMemoryTest extends InAServedHome {

    @Test
    void theMemoryOfTheDocumentationKeepsAConversation(@TempDir Path classes) throws Exception {
        try (CompiledExample example = new CompiledExample("langchain4j/PithChatMemory.java", classes)) {
            ChatMemory memory = memory(example);
            ToolExecutionRequest call = ToolExecutionRequest.builder()
                    .id("c1")
                    .name("ports")
                    .arguments("{\"service\":\"harbor\"}")
                    .build();
            List<ChatMessage> said = List.of(
                    SystemMessage.from("Answer in one sentence."),
                    UserMessage.from("Which port does the harbor service listen on?"),
                    AiMessage.from("", List.of(call)),
                    ToolExecutionResultMessage.from("c1", "tool", "8443"),
                    AiMessage.from("It listens on port 8443."));
            said.forEach(memory::add);

            assertThat(memory.messages()).hasSize(said.size());
            assertThat(memory(example).messages())
                    .as("another process with the same key goes on")
                    .isEqualTo(memory.messages());
            assertThat(memory.messages().get(3)).isEqualTo(said.get(3));
            assertThat(memory.messages().get(4)).isEqualTo(said.get(4));

            memory.clear();
            assertThat(memory.messages()).isEmpty();
        }
    }

    private ChatMemory memory(CompiledExample example) throws ReflectiveOperationException {
        return (ChatMemory) example.make(served.url(""), "a chat", 8_000);
    }
}
