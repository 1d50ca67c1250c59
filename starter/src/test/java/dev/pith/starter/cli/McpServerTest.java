package dev.pith.starter.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.modelcontextprotocol.client.McpClient;
import io.modelcontextprotocol.client.McpSyncClient;
import io.modelcontextprotocol.client.transport.ServerParameters;
import io.modelcontextprotocol.client.transport.StdioClientTransport;
import io.modelcontextprotocol.json.McpJsonDefaults;
import io.modelcontextprotocol.spec.McpSchema.CallToolRequest;
import io.modelcontextprotocol.spec.McpSchema.CallToolResult;
import io.modelcontextprotocol.spec.McpSchema.TextContent;
import io.modelcontextprotocol.spec.McpSchema.Tool;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The MCP server as a client of the official SDK sees it, in a process of its own. */
@Tag("servers")
class McpServerTest extends InABackfillHome {

    private McpSyncClient client;
    private StdioClientTransport transport;
    private String conversation = "";

    @BeforeAll
    void connect() throws IOException {
        conversation = backfills.compactedChat(
                "crane.jsonl", "The crane carries 4711 kilograms; the key is AKIAQ7ZT2LMNRWXKB3VD. ");

        List<String> command = new ArrayList<>(JavaCommand.pith("mcp"));
        command.addAll(List.of("--home", directory.resolve("home").toString()));
        transport = new StdioClientTransport(
                ServerParameters.builder(command.get(0))
                        .args(command.subList(1, command.size()))
                        .build(),
                McpJsonDefaults.getMapper());
        client = McpClient.sync(transport)
                .initializationTimeout(Duration.ofMinutes(2))
                .requestTimeout(Duration.ofMinutes(1))
                .jsonSchemaValidator((schema, value) -> null)
                .build();
        client.initialize();
    }

    @AfterAll
    void disconnect() {
        client.closeGracefully();
        transport.awaitForExit();
    }

    private CallToolResult call(String tool, Map<String, Object> arguments) {
        return client.callTool(
                CallToolRequest.builder(tool).arguments(arguments).build());
    }

    private String answer(String tool, Map<String, Object> arguments) {
        CallToolResult result = call(tool, arguments);
        assertThat(result.isError()).as(text(result)).isNotEqualTo(true);
        return text(result);
    }

    private static String text(CallToolResult result) {
        return ((TextContent) result.content().get(0)).text();
    }

    @Test
    void theToolsAreReadOnly() {
        assertThat(client.listTools().tools())
                .extracting(Tool::name)
                .containsExactly("search", "expand", "read", "context", "conversations", "memories");
        assertThat(client.listTools().tools())
                .allSatisfy(
                        tool -> assertThat(tool.annotations().readOnlyHint()).isTrue());
    }

    @Test
    void aDetailThatTheSummaryDropped_isFoundAndRead_withoutItsSecret() {
        assertThat(answer("context", Map.of("conversation", conversation))).doesNotContain("4711");

        String found = answer("search", Map.of("query", "crane kilograms", "everywhere", true, "limit", 1));
        assertThat(found).contains("message 8, agent", "carries 4711 **kilograms**");
        assertThat(found).endsWith("read conversation=" + conversation + " from=5 to=11");

        String read = answer("read", Map.of("conversation", conversation, "from", 8, "to", 8));
        assertThat(read)
                .startsWith("[8] agent\nThe crane carries 4711 kilograms")
                .doesNotContain("AKIAQ7ZT2LMNRWXKB3VD");
    }

    @Test
    void ofALongMessage_thePartThatIsAskedForIsKept() {
        assertThat(answer("read", Map.of("conversation", conversation, "from", 8, "to", 8, "budget", 60)))
                .contains("[…]");
        assertThat(answer(
                        "read",
                        Map.of("conversation", conversation, "from", 8, "to", 8, "budget", 60, "around", "4711 KILO")))
                .contains("carries 4711 kilograms");
    }

    @Test
    void aSummaryIsExpandedUnderItsBudget() {
        String context = answer("context", Map.of("conversation", conversation));
        String summary = context.replaceAll("(?s).*expand summary=(\\w+).*", "$1");

        assertThat(answer("expand", Map.of("summary", summary, "budget", 600)))
                .startsWith("[1] person\nRequest 0: please check the harbor.")
                .containsPattern("More: expand summary=" + summary + " from=\\d+$");
    }

    @Test
    void aWrongCallIsTold_andTheServerGoesOn() {
        Map<String, Map<String, Object>> wrong = Map.of(
                "the argument query is missing", Map.of(),
                "there is no argument since", Map.of("query", "x", "since", "7d"),
                "holds no word", Map.of("query", "&&"),
                "must be one of message, summary, gist, memory", Map.of("query", "x", "kind", "sumary"),
                "must be a number from 1 to 50", Map.of("query", "x", "limit", 51),
                "no conversation \"zz\"", Map.of("query", "x", "conversation", "zz"));
        wrong.forEach((words, arguments) -> {
            CallToolResult result = call("search", arguments);
            assertThat(result.isError()).isTrue();
            assertThat(text(result)).contains(words).doesNotContain("\n");
        });
        assertThat(text(call("expand", Map.of("summary", "nope")))).contains("no summary nope");
        assertThat(text(call("expand", Map.of("summary", "%")))).contains("no summary %");
        assertThat(text(call("read", Map.of("conversation", conversation, "from", 99))))
                .contains("messages 1 to 24");
        assertThat(answer("conversations", Map.of("everywhere", true))).contains(conversation);
    }
}
