package dev.pith.starter.importing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pith.activities.conversation.ConversationHeader;
import dev.pith.activities.conversation.NewMessage;
import dev.pith.activities.conversation.Role;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What ChatGPT, Claude.ai, Gemini CLI and OpenAI's Responses write as one document. */
class ExportedChatTest {

    @TempDir
    Path folder;

    private Imported read(String document) throws Exception {
        return Imported.text(folder, "export.json", document);
    }

    private static String node(String id, String parent, String role, String text) {
        return """
                "%1$s":{"id":"%1$s","parent":"%2$s","children":[],"message":{"id":"%1$s","author":{"role":"%3$s"},
                 "create_time":1770000000.5,"content":{"content_type":"text","parts":["%4$s"]}}}
                """.formatted(id, parent, role, text);
    }

    @Test
    void chatGpt_branchThatIsNotTheCurrentOne_isTakenBack() throws Exception {
        Imported imported = read("[{\"conversation_id\":\"c1\",\"title\":\"Kiln\",\"current_node\":\"d\",\"mapping\":{"
                + "\"r\":{\"id\":\"r\",\"message\":null,\"parent\":null,\"children\":[\"a\"]},"
                + node("a", "r", "user", "hello") + "," + node("b", "a", "assistant", "first answer") + ","
                + node("c", "b", "user", "no") + "," + node("d", "a", "assistant", "second answer") + "}}]");

        assertThat(imported.lines())
                .containsExactly("PERSON: hello", "AGENT: first answer", "PERSON: no", "AGENT: second answer");
        assertThat(imported.takenBack).containsExactly("2 to 2", "3 to 3");
        ConversationHeader header = imported.headers().get(0);
        assertThat(header.source()).isEqualTo("chatgpt");
        assertThat(header.nativeId()).isEqualTo("c1");
        assertThat(header.title()).isEqualTo("Kiln");
        assertThat(imported.messages().get(0).created()).isEqualTo("2026-02-02T02:40:00.500Z");
    }

    @Test
    void chatGpt_severalConversations_areToldApart() throws Exception {
        String one = "{\"conversation_id\":\"c%1$d\",\"mapping\":{" + node("a", "r", "user", "hello %1$d") + "}}";

        assertThat(read("[" + one.formatted(1) + "," + one.formatted(2) + "]").headers())
                .extracting(ConversationHeader::nativeId)
                .containsExactly("c1", "c2");
    }

    @Test
    void chatGpt_whatThePersonSetInTheSettings_isASystemPrompt() throws Exception {
        Imported imported = read("""
                [{"conversation_id":"c1","current_node":"b","mapping":{
                  "a":{"id":"a","parent":null,"children":["b"],"message":{"id":"a","author":{"role":"user"},
                   "content":{"content_type":"user_editable_context","user_profile":"I fire kilns.","user_instructions":"Be brief."},
                   "metadata":{"is_visually_hidden_from_conversation":true,"is_user_system_message":true}}},
                """ + node("b", "a", "user", "hello") + "}}]");

        assertThat(imported.lines()).containsExactly("HARNESS: I fire kilns. | Be brief.", "PERSON: hello");
        assertThat(imported.messages()).extracting(NewMessage::role).containsExactly(Role.SYSTEM, Role.USER);
    }

    @Test
    void claudeAi_messages_areRead() throws Exception {
        Imported imported = read("""
                [{"uuid":"u1","name":"Kiln","chat_messages":[
                  {"uuid":"m1","sender":"human","text":"hello","content":[{"type":"text","text":"hello"}],
                   "created_at":"2026-01-01T00:00:00Z","attachments":[{"file_name":"a.pdf","file_size":7,"extracted_content":"pasted words"}]},
                  {"uuid":"m2","sender":"assistant","text":"hi","content":[]}]}]
                """);

        assertThat(imported.lines()).containsExactly("PERSON: hello | [attachment a.pdf] | pasted words", "AGENT: hi");
        assertThat(imported.headers().get(0).nativeId()).isEqualTo("u1");
        assertThat(imported.headers().get(0).title()).isEqualTo("Kiln");
    }

    @Test
    void claudeAi_otherBranch_isTakenBack() throws Exception {
        Imported imported = read("""
                {"uuid":"u1","current_leaf_message_uuid":"m3","chat_messages":[
                  {"uuid":"m1","sender":"human","text":"hello","content":[]},
                  {"uuid":"m2","parent_message_uuid":"m1","sender":"assistant","text":"one","content":[]},
                  {"uuid":"m3","parent_message_uuid":"m1","sender":"assistant","text":"two","content":[]}]}
                """);

        assertThat(imported.lines()).containsExactly("PERSON: hello", "AGENT: one", "AGENT: two");
        assertThat(imported.takenBack).containsExactly("2 to 2");
    }

    @Test
    void gemini_callsStandWithTheirResults() throws Exception {
        Imported imported = read("""
                {"sessionId":"g1","projectHash":"h","startTime":"2026-01-01T00:00:00Z","messages":[
                  {"id":"1","type":"user","content":"hello"},
                  {"id":"2","type":"info","content":"update available"},
                  {"id":"3","type":"gemini","content":"done","thoughts":[{"subject":"s","description":"hm"}],
                   "toolCalls":[{"id":"t1","name":"read","args":{"f":1},"status":"success",
                     "result":[{"functionResponse":{"response":{"output":"text"}}}]}]}]}
                """);

        assertThat(imported.lines())
                .containsExactly("PERSON: hello", "AGENT: thinks hm | done | call t1 read {\"f\":1} | result t1 text");
        assertThat(imported.headers().get(0).nativeId()).isEqualTo("g1");
        assertThat(imported.headers().get(0).source()).isEqualTo("gemini");
    }

    @Test
    void responses_itemsOfARequest_areRead() throws Exception {
        Imported imported = read("""
                {"model":"gpt-5","input":[{"role":"user","content":[{"type":"input_text","text":"hello"}]},
                  {"type":"function_call","call_id":"c1","name":"look","arguments":"{}"},
                  {"type":"function_call_output","call_id":"c1","output":"ok"},
                  {"type":"message","role":"assistant","content":[{"type":"output_text","text":"hi"}]}],
                 "instructions":"Be brief."}
                """);

        assertThat(imported.lines())
                .containsExactly(
                        "HARNESS: Be brief.",
                        "PERSON: hello",
                        "AGENT: call c1 look {}",
                        "HARNESS: result c1 ok",
                        "AGENT: hi");
        assertThat(imported.messages()).first().extracting(NewMessage::role).isEqualTo(Role.SYSTEM);
    }

    @Test
    void responses_bareItemsAndPlainInput_areRead() throws Exception {
        assertThat(read("[{\"type\":\"message\",\"role\":\"user\",\"content\":\"hello\"}]")
                        .lines())
                .containsExactly("PERSON: hello");
        assertThat(read("{\"model\":\"gpt-5\",\"input\":\"hello\"}").lines()).containsExactly("PERSON: hello");
    }
}
