package dev.pith.starter.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.langchain4j.agent.tool.ToolExecutionRequest;
import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.data.message.ChatMessage;
import dev.langchain4j.data.message.SystemMessage;
import dev.langchain4j.data.message.ToolExecutionResultMessage;
import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.memory.ChatMemory;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.List;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The memory for LangChain4j in the documentation compiles, and keeps a conversation with calls of tools. */
@Tag("servers")
class LangChainMemoryTest extends InAServedHome {

    @Test
    void theMemoryOfTheDocumentationKeepsAConversation(@TempDir Path classes) throws Exception {
        assertThat(ToolProvider.getSystemJavaCompiler()
                        .run(
                                null,
                                null,
                                null,
                                "-d",
                                classes.toString(),
                                "-cp",
                                System.getProperty("java.class.path"),
                                "../docs/examples/langchain4j/PithChatMemory.java"))
                .isZero();
        try (URLClassLoader loader = new URLClassLoader(
                new URL[] {classes.toUri().toURL()}, getClass().getClassLoader())) {
            ChatMemory memory = memory(loader);
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
            assertThat(memory(loader).messages())
                    .as("another process with the same key goes on")
                    .isEqualTo(memory.messages());
            assertThat(memory.messages().get(3)).isEqualTo(said.get(3));
            assertThat(memory.messages().get(4)).isEqualTo(said.get(4));

            memory.clear();
            assertThat(memory.messages()).isEmpty();
        }
    }

    private ChatMemory memory(ClassLoader loader) throws ReflectiveOperationException {
        return (ChatMemory) loader.loadClass("PithChatMemory")
                .getConstructor(String.class, String.class, int.class)
                .newInstance(served.url(""), "a chat", 8_000);
    }
}
