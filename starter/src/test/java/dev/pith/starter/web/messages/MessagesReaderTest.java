package dev.pith.starter.web.messages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.pith.activities.conversation.NewMessage;
import dev.pith.activities.conversation.Origin;
import dev.pith.activities.conversation.Part;
import dev.pith.activities.conversation.Role;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MessagesReaderTest {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    @Test
    void chatForm_isRead() {
        List<NewMessage> read = read("""
                [{"role": "system", "content": "Be brief."},
                 {"role": "user", "content": [{"type": "text", "text": "Look"},
                   {"type": "image_url", "image_url": {"url": "https://quay.example/tide.png"}}],
                  "id": "m-1", "created_at": "2026-03-21T18:20:00Z"},
                 {"role": "assistant", "content": null, "reasoning_content": "hm", "refusal": null,
                  "tool_calls": [{"id": "c1", "type": "function",
                                  "function": {"name": "bash", "arguments": "{\\"command\\":\\"ls\\"}"}}]},
                 {"role": "tool", "tool_call_id": "c1", "content": "tides.py"},
                 {"role": "assistant", "content": "", "refusal": "I cannot."},
                 {"role": "user", "name": "ada", "content": "ok", "timestamp": 1774117200}]
                """);

        assertThat(read)
                .extracting(NewMessage::role)
                .containsExactly(Role.SYSTEM, Role.USER, Role.ASSISTANT, Role.TOOL, Role.ASSISTANT, Role.USER);
        assertThat(read)
                .extracting(NewMessage::origin)
                .containsExactly(
                        Origin.HARNESS, Origin.PERSON, Origin.AGENT, Origin.HARNESS, Origin.AGENT, Origin.PERSON);
        assertThat(read).extracting(NewMessage::uid).containsExactly(null, "m-1", null, null, null, null);
        assertThat(read.get(1).parts())
                .containsExactly(new Part.Text("Look"), new Part.Attachment("https://quay.example/tide.png", null, 0));
        assertThat(read.get(1).created()).isEqualTo(Instant.parse("2026-03-21T18:20:00Z"));
        assertThat(read.get(2).parts())
                .containsExactly(new Part.Reasoning("hm"), new Part.ToolCall("c1", "bash", "{\"command\":\"ls\"}"));
        assertThat(read.get(3).parts()).containsExactly(new Part.ToolResult("c1", "tides.py", false));
        assertThat(read.get(4).parts()).containsExactly(new Part.Text("I cannot."));
        assertThat(read.get(5).parts()).containsExactly(new Part.Text("ada: ok"));
        assertThat(read.get(5).created()).isEqualTo(Instant.ofEpochSecond(1774117200));
    }

    @Test
    void contentBlocks_areRead() {
        List<NewMessage> read = read("""
                [{"role": "assistant", "type": "message", "model": "m", "usage": {"input_tokens": 1},
                  "content": [{"type": "thinking", "thinking": "hm", "signature": "x"},
                              {"type": "redacted_thinking", "data": "x"},
                              {"type": "text", "text": "I look."},
                              {"type": "tool_use", "id": "t1", "name": "Read", "input": {"path": "a"}}]},
                 {"role": "user", "content": [
                   {"type": "tool_result", "tool_use_id": "t1", "is_error": true,
                    "content": [{"type": "text", "text": "no file"}]},
                   {"type": "text", "text": "Try again"},
                   {"type": "image", "source": {"type": "base64", "media_type": "image/png", "data": "AAAA"}}]}]
                """);

        assertThat(read.get(0).parts())
                .containsExactly(
                        new Part.Reasoning("hm"),
                        new Part.Text("I look."),
                        new Part.ToolCall("t1", "Read", "{\"path\":\"a\"}"));
        assertThat(read.get(1).origin()).isEqualTo(Origin.PERSON);
        assertThat(read.get(1).parts())
                .containsExactly(
                        new Part.ToolResult("t1", "no file", true),
                        new Part.Text("Try again"),
                        new Part.Attachment("image", "image/png", 3));
    }

    @Test
    void equalMessages_areBothRead() {
        assertThat(read("[{\"role\":\"user\",\"content\":\"ok\"},{\"role\":\"user\",\"content\":\"ok\"}]"))
                .hasSize(2)
                .allSatisfy(one -> assertThat(one.uid()).isNull());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\u0001', textBlock = """
            {}                                                | messages is an object: must be an array of 1 to 1000 messages
            []                                                | messages is an empty array: must be an array of 1 to 1000 messages
            ["hi"]                                            | messages[0] is "hi": must be an object with role and content
            [{"role":"user","content":"a"},{"content":"b"}]   | messages[1].role is missing: must be system, developer, user, assistant or tool
            [{"role":"bot","content":"b"}]                    | messages[0].role is "bot": must be system, developer, user, assistant or tool
            [{"role":"user"}]                                 | messages[0].content is missing: must be a text or an array of content parts
            [{"role":"user","content":[]}]                    | messages[0].content is an empty array: must be a text or an array of content parts
            [{"role":"assistant","content":null,"tool_calls":[]}] | messages[0].content is null: must be a text or an array of content parts
            [{"role":"user","content":7}]                     | messages[0].content is 7: must be a text or an array of content parts
            [{"role":"user","content":["a"]}]                 | messages[0].content[0] is "a": must be an object with a type
            [{"role":"user","content":[{"type":"text"}]}]     | messages[0].content[0].text is missing: must be a text
            [{"role":"user","content":[{"type":"poem","text":"a"}]}] | messages[0].content[0].type is "poem": must be text, image, image_url, document, file, input_audio, thinking, redacted_thinking, tool_use or tool_result
            [{"role":"user","content":[{"type":"tool_use"}]}] | messages[0].content[0].type is "tool_use": is only allowed with role assistant
            [{"role":"user","content":[{"type":"tool_result","content":"a"}]}] | messages[0].content[0].tool_use_id is missing: must be the id of the tool call that this part answers
            [{"role":"tool","content":"a"}]                   | messages[0].tool_call_id is missing: must be the id of the tool call that this message answers
            [{"role":"user","content":"a","tool_call_id":"c"}] | messages[0].tool_call_id is not allowed with role user: only role tool answers a call
            [{"role":"user","content":"a","tool_calls":[]}]   | messages[0].tool_calls is not allowed with role user: only role assistant has it
            [{"role":"assistant","tool_calls":{}}]            | messages[0].tool_calls is an object: must be an array of tool calls
            [{"role":"assistant","tool_calls":[{"id":"c","function":{"name":"f"}}]}] | messages[0].tool_calls[0].function.arguments is missing: must be a text of JSON, or an object
            [{"role":"user","content":"a","text":"b"}]        | messages[0].text is not a known field: a message has role, content, id, name, created_at, tool_calls, tool_call_id, reasoning_content and refusal
            [{"role":"user","content":"a","created_at":"soon"}] | messages[0].created_at is "soon": must be a time in ISO 8601 or seconds since 1970, between 1990 and 2100
            [{"role":"user","content":"a","id":7}]            | messages[0].id is 7: must be a text, or missing
            [{"role":"user","content":"a","id":"x"},{"role":"user","content":"b","id":"x"}] | messages[1].id is also that of messages[0]: the ids of an append must be different
            """)
    void whatCannotBeStored_isRefused(String json, String message) {
        assertThatThrownBy(() -> read(json))
                .isInstanceOf(InvalidMessagesException.class)
                .hasMessage(message);
    }

    @Test
    void tooMany_areRefused() {
        String many = IntStream.range(0, 1_001)
                .mapToObj(i -> "{\"role\":\"user\",\"content\":\"ok\"}")
                .collect(Collectors.joining(",", "[", "]"));

        assertThatThrownBy(() -> read(many))
                .hasMessage(
                        "messages has 1001 elements: at most 1000 are allowed in an append, send the rest in further ones");
    }

    private static List<NewMessage> read(String json) {
        try {
            return MessagesReader.read(MAPPER.readTree(json));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
