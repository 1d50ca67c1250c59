package dev.pith.starter.importing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pith.activities.conversation.ConversationHeader;
import dev.pith.activities.conversation.NewMessage;
import dev.pith.activities.conversation.Role;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChatReaderTest {

    @TempDir
    Path folder;

    private Imported read(String content) throws Exception {
        return Imported.text(folder, "chat.json", content);
    }

    @Test
    void readsAnArrayOfOpenAiMessages() throws Exception {
        Imported imported = read("""
                [
                  {"role": "system", "content": "be brief"},
                  {"role": "user", "content": [{"type": "text", "text": "what is this?"},
                    {"type": "image_url", "image_url": {"url": "data:image/png;base64,AAAAAAAA"}}]},
                  {"role": "assistant", "content": null,
                    "tool_calls": [{"id": "k", "type": "function", "function": {"name": "look", "arguments": "{}"}}]},
                  {"role": "tool", "tool_call_id": "k", "content": "a cat"},
                  {"role": "assistant", "content": "A cat.", "id": "x"},
                  {"role": "assistant", "content": "Yes.", "id": "x"}
                ]
                """);

        assertThat(imported.lines())
                .containsExactly(
                        "HARNESS: be brief",
                        "PERSON: what is this? | [attachment image_url]",
                        "AGENT: call k look {}",
                        "HARNESS: result k a cat",
                        "AGENT: A cat.",
                        "AGENT: Yes.");
        assertThat(imported.messages())
                .extracting(NewMessage::role)
                .containsExactly(Role.SYSTEM, Role.USER, Role.ASSISTANT, Role.TOOL, Role.ASSISTANT, Role.ASSISTANT);
        assertThat(imported.messages()).extracting(NewMessage::uid).containsExactly(null, null, null, null, "x", "x#2");
        assertThat(imported.headers()).singleElement().satisfies(header -> {
            assertThat(header.source()).isEqualTo("openai");
            assertThat(header.nativeId())
                    .isEqualTo(folder.resolve("chat.json").toRealPath().toString());
            assertThat(header.identity()).isEqualTo(ConversationHeader.Identity.PATH);
        });
    }

    @Test
    void readsAnObjectWithMessagesAndATitle() throws Exception {
        Imported imported = read("{\"messages\":[{\"role\":\"user\",\"content\":\"hi\"}],\"title\":\"T\"}");

        assertThat(imported.lines()).containsExactly("PERSON: hi");
        assertThat(imported.headers().get(0).nativeId()).endsWith("chat.json");
        assertThat(imported.describedTitle).isEqualTo("T");
    }

    @Test
    void readsAConversationFromEachLine() throws Exception {
        Imported imported = read("""
                {"messages":[{"role":"user","content":"one"},{"role":"assistant","content":"1"}]}
                {"messages":[{"role":"user","content":"two"}]}
                """);

        assertThat(imported.all())
                .extracting(conversation -> Imported.line(conversation.get(0)))
                .containsExactly("PERSON: one", "PERSON: two");
        assertThat(imported.headers())
                .extracting(ConversationHeader::nativeId)
                .satisfiesExactly(
                        id -> assertThat(id).endsWith("chat.json#1"),
                        id -> assertThat(id).endsWith("chat.json#2"));
    }

    @Test
    void readsAMessageFromEachLine() throws Exception {
        assertThat(read("{\"role\":\"user\",\"content\":\"one\"}\n{\"role\":\"assistant\",\"content\":\"1\"}\n")
                        .lines())
                .containsExactly("PERSON: one", "AGENT: 1");
    }

    /** As Hermes writes them: what stands around the messages does not matter. */
    @Test
    void readsMessagesAmongOtherKeys() throws Exception {
        Imported imported = read("""
                {"session_id": "h", "tools": [{"name": "shell"}], "messages": [
                  {"role": "user", "content": "hi"}, {"role": "assistant", "content": "", "reasoning": "hm"},
                  {"role": "session_meta"}]}
                """);

        assertThat(imported.lines()).containsExactly("PERSON: hi", "AGENT: thinks hm");
        assertThat(imported.summary().ignored()).containsEntry("elements that are no messages", 1L);
    }

    @Test
    void readsAnthropicMessages() throws Exception {
        Imported imported = read("""
                {"messages": [
                  {"role": "user", "content": "weather?"},
                  {"role": "assistant", "content": [{"type": "thinking", "thinking": "hm"},
                     {"type": "tool_use", "id": "k", "name": "get", "input": {"in": "Rome"}}]},
                  {"role": "user", "content": [{"type": "tool_result", "tool_use_id": "k", "content":
                     [{"type": "text", "text": "sun"}, {"type": "image", "source": {"type": "url", "url": "http://x/y.png"}}]}]}
                ]}
                """);

        assertThat(imported.lines())
                .containsExactly(
                        "PERSON: weather?",
                        "AGENT: thinks hm | call k get {\"in\":\"Rome\"}",
                        "HARNESS: result k sun | [attachment http://x/y.png]");
    }

    @Test
    void readsShareGpt() throws Exception {
        Imported imported = read("""
                [{"id": "a", "conversations": [{"from": "human", "value": "hi"}, {"from": "gpt", "value": "hello"}]},
                 {"id": "b", "conversations": [{"from": "system", "value": "be brief"}]}]
                """);

        assertThat(imported.lines()).containsExactly("PERSON: hi", "AGENT: hello", "HARNESS: be brief");
        assertThat(imported.headers()).extracting(ConversationHeader::source).containsOnly("sharegpt");
        assertThat(imported.headers()).hasSize(2);
    }

    @Test
    void namesTheSpeakersOfAMeeting() throws Exception {
        Imported imported = read("""
                {"topic_list": [{"topic": "x"}], "general_query_list": [{"query": "q", "answer": "a"}],
                 "meeting_transcripts": [{"speaker": "PhD F", "content": "As I was saying."},
                                         {"speaker": "Professor B", "content": "OK."}]}
                """);

        assertThat(imported.lines()).containsExactly("PERSON: PhD F: As I was saying.", "PERSON: Professor B: OK.");
    }

    @Test
    void twoWithoutNamesTakeTurns() throws Exception {
        Imported imported = read("""
                [{"messages": [{"message": "你好吗？"}, {"attrs": [{"a": 1}], "message": "很好。"}], "name": "北京"},
                 {"messages": [{"message": "你呢？"}], "name": "上海"}]
                """);

        assertThat(imported.lines()).containsExactly("PERSON: 你好吗？", "AGENT: 很好。", "PERSON: 你呢？");
        assertThat(imported.headers()).hasSize(2);
        assertThat(imported.describedTitle).isEqualTo("上海");
    }

    @Test
    void readsDatedPairsOfEachUser() throws Exception {
        Imported imported = read("""
                {"Ada": {"name": "Ada", "summary": {}, "history": {
                    "2023-04-27": [{"query": "hi", "response": "hello"}],
                    "2023-04-28": [{"query": "again", "response": "yes"}]}},
                 "Bob": {"name": "Bob", "history": {"2023-05-01": [{"query": "yo", "response": "hey"}]}}}
                """);

        assertThat(imported.lines())
                .containsExactly(
                        "PERSON: hi", "AGENT: hello", "PERSON: again", "AGENT: yes", "PERSON: yo", "AGENT: hey");
        assertThat(imported.messages().get(2).created()).isEqualTo("2023-04-28T00:00:00Z");
        assertThat(imported.headers())
                .extracting(ConversationHeader::nativeId)
                .satisfiesExactly(
                        id -> assertThat(id).endsWith("chat.json#Ada"),
                        id -> assertThat(id).endsWith("chat.json#Bob"));
        assertThat(imported.headers().get(0).title()).isEqualTo("Ada");
    }

    @Test
    void keepsWhatStandsBeforeABrokenEnd() throws Exception {
        Imported imported = read("[{\"role\":\"user\",\"content\":\"one\"},\n{\"role\":\"user\",\"con");

        assertThat(imported.lines()).containsExactly("PERSON: one");
        assertThat(imported.summary().notes())
                .containsExactly("the JSON document ends too early in line 2; what stands before it is imported");
    }
}
