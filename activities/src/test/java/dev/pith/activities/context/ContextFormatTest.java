package dev.pith.activities.context;

import static dev.pith.activities.testing.Messages.agent;
import static dev.pith.activities.testing.Messages.call;
import static dev.pith.activities.testing.Messages.person;
import static dev.pith.activities.testing.Messages.result;
import static dev.pith.activities.testing.Messages.session;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.pith.activities.conversation.NewMessage;
import dev.pith.activities.conversation.Origin;
import dev.pith.activities.conversation.Part;
import dev.pith.activities.conversation.Role;
import dev.pith.activities.store.Conversations;
import dev.pith.activities.testing.StoreExtension;
import dev.pith.activities.testing.StoredConversation;
import java.io.IOException;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

@Tag("servers")
class ContextFormatTest {

    @RegisterExtension
    static final StoreExtension STORE = new StoreExtension(6);

    /** Two parallel calls of one reply whose lines are interleaved with results, a call without a result, a repeated id. */
    private static final List<NewMessage> TANGLED = List.of(
            person("1", null, "Go"),
            call("2", "reply-1", "a"),
            call("3", "reply-1", "b"),
            result("4", "a", "result of a"),
            call("5", "reply-1", "c"),
            result("6", "c", "result of c"),
            result("7", "b", "result of b"),
            agent("8", "7", "Half done"),
            call("9", "reply-2", "lost"),
            call("10", "reply-3", "a"),
            result("11", "a", "second result of a"),
            agent("12", "11", "Done"));

    @Test
    void openAiGetsEveryResultDirectlyAfterItsCall() throws IOException {
        JsonNode messages =
                json(ContextFormat.OPENAI, store("openai", TANGLED), null).get("messages");

        assertThat(roles(messages))
                .containsExactly(
                        "user",
                        "assistant",
                        "tool",
                        "tool",
                        "tool",
                        "assistant",
                        "assistant",
                        "tool",
                        "assistant",
                        "tool",
                        "assistant");
        assertThat(texts(messages.get(1).get("tool_calls"), "id")).containsExactly("a", "b", "c");
        assertThat(texts(messages, "tool_call_id")).containsExactly("a", "b", "c", "lost", "a_2");
        assertThat(messages.get(3).get("content").asText()).isEqualTo("result of b");
        assertThat(messages.get(7).get("content").asText()).isEqualTo("[no result recorded]");
        assertThat(messages.get(9).get("content").asText()).isEqualTo("second result of a");
    }

    @Test
    void whatIsSaidBehindAResultInOneRecord_followsTheResult() throws IOException {
        NewMessage record = new NewMessage(
                "2",
                "1",
                null,
                Role.ASSISTANT,
                Origin.AGENT,
                List.of(
                        new Part.Text("Let me look."),
                        new Part.ToolCall("a", "look", "{}"),
                        new Part.ToolCall("b", "look", "{}"),
                        new Part.ToolResult("a", "4 m", false),
                        new Part.ToolResult("b", "5 m", false),
                        new Part.Text("It is 4 m.")),
                null);
        JsonNode messages = json(ContextFormat.OPENAI, store("one-record", List.of(TANGLED.get(0), record)), null)
                .get("messages");

        assertThat(roles(messages)).containsExactly("user", "assistant", "tool", "tool", "assistant");
        assertThat(texts(messages, "content")).containsSequence("4 m", "5 m", "It is 4 m.");
    }

    @Test
    void anthropicGetsAlternatingRolesThatBeginWithTheUser() throws IOException {
        List<NewMessage> beginsWithAReply = new ArrayList<>(TANGLED.subList(1, TANGLED.size()));
        JsonNode messages = json(ContextFormat.ANTHROPIC, store("anthropic", beginsWithAReply), null)
                .get("messages");
        List<String> roles = roles(messages);

        assertThat(roles.get(0)).isEqualTo("user");
        for (int i = 1; i < roles.size(); i++) {
            assertThat(roles.get(i)).isNotEqualTo(roles.get(i - 1));
        }
        assertThat(texts(messages.get(2).get("content"), "tool_use_id")).containsExactly("a", "b", "c");
        assertThat(messages.get(1)
                        .get("content")
                        .get(0)
                        .get("input")
                        .get("command")
                        .asText())
                .isEqualTo("make a");
    }

    @Test
    void namesThatEndpointsRefuseAreChangedAndOtherInputIsWrapped() {
        assertThat(ToolNames.accepted("mcp.server/tool")).isEqualTo("mcp_server_tool");
        assertThat(ToolNames.accepted("x".repeat(200))).hasSize(64);
        assertThat(ToolNames.object("*** Begin Patch").get("input").asText()).isEqualTo("*** Begin Patch");
        assertThat(ToolNames.object("[1]").get("input").get(0).asInt()).isEqualTo(1);
    }

    @Test
    void aBudgetLeavesOutTheOldestAndSaysHowMany() throws IOException {
        List<NewMessage> many = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            many.add(agent("m" + i, null, "Message number " + i));
        }
        String id = store("budget", many);
        ContextReading reading = ContextReading.of(
                STORE.database(),
                STORE.database().table(Conversations.class).find(id).orElseThrow(),
                100);

        assertThat(reading.leftOut()).isBetween(30L, 48L);
        assertThat(json(ContextFormat.JSON, id, 100).get("entries")).hasSize((int) (50 - reading.leftOut()));
        assertThat(written(ContextFormat.TEXT, id, 100)).endsWith("Message number 49\n\n");
    }

    private static NewMessage instruction(Role role, String text) {
        return new NewMessage(null, null, null, role, Origin.HARNESS, List.of(new Part.Text(text)), null);
    }

    @Test
    void systemMessagesOpenEveryForm() throws IOException {
        String id = store(
                "system",
                List.of(
                        instruction(Role.SYSTEM, "Be brief."),
                        person("1", null, "Go"),
                        instruction(Role.DEVELOPER, "Be kind."),
                        agent("2", "1", "Done"),
                        instruction(Role.DEVELOPER, "Be kind.")));
        JsonNode openai = json(ContextFormat.OPENAI, id, null).get("messages");
        JsonNode anthropic = json(ContextFormat.ANTHROPIC, id, null);

        assertThat(roles(openai)).containsExactly("system", "system", "user", "assistant");
        assertThat(texts(openai, "content")).startsWith("Be brief.", "Be kind.");
        assertThat(anthropic.get("system").asText()).isEqualTo("Be brief.\n\nBe kind.");
        assertThat(roles(anthropic.get("messages"))).containsExactly("user", "assistant");
        assertThat(written(ContextFormat.TEXT, id, null)).startsWith("=== System\nBe brief.\n\n");
        assertThat(texts(json(ContextFormat.JSON, id, null).get("entries"), "type"))
                .containsExactly("system", "system", "said", "reply");
    }

    @Test
    void wordsOfAProgramBesideAPersons_areAnEntryOfTheirOwn() throws IOException {
        NewMessage mixed = new NewMessage(
                "1",
                null,
                null,
                Role.USER,
                Origin.PERSON,
                List.of(new Part.Notice("never say this"), new Part.Text("go on")),
                null);
        JsonNode entries =
                json(ContextFormat.JSON, store("mixed", List.of(mixed)), null).get("entries");

        assertThat(texts(entries, "origin")).containsExactly("harness", "person");
        assertThat(texts(entries, "text")).containsExactly("never say this", "go on");
    }

    private static String store(String name, List<NewMessage> messages) {
        return StoredConversation.store(STORE.database(), session(name), messages)
                .conversation();
    }

    private static JsonNode json(ContextFormat format, String id, @Nullable Integer budget) throws IOException {
        return JsonMapper.builder().build().readTree(written(format, id, budget));
    }

    private static String written(ContextFormat format, String id, @Nullable Integer budget) throws IOException {
        StringWriter out = new StringWriter();
        format.write(
                ContextReading.of(
                        STORE.database(),
                        STORE.database().table(Conversations.class).find(id).orElseThrow(),
                        budget),
                out);
        return out.toString();
    }

    private static List<String> roles(JsonNode messages) {
        return texts(messages, "role");
    }

    private static List<String> texts(JsonNode array, String field) {
        List<String> texts = new ArrayList<>();
        array.forEach(each -> {
            if (each.has(field)) {
                texts.add(each.get(field).asText());
            }
        });
        return texts;
    }
}
