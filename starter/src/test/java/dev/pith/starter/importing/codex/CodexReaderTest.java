package dev.pith.starter.importing.codex;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pith.activities.conversation.ConversationHeader.Identity;
import dev.pith.activities.conversation.NewMessage;
import dev.pith.activities.conversation.Role;
import dev.pith.starter.importing.Imported;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CodexReaderTest {

    private static final String META = line("session_meta", "{\"id\":\"c1\",\"cwd\":\"/repo\"}");

    @TempDir
    Path folder;

    private static String line(String type, String payload) {
        return "{\"timestamp\":\"2026-01-02T03:04:05.678Z\",\"type\":\"" + type + "\",\"payload\":" + payload + "}\n";
    }

    private static String item(String payload) {
        return line("response_item", payload);
    }

    private static String said(String role, String text) {
        String kind = role.equals("assistant") ? "output_text" : "input_text";
        return item("{\"type\":\"message\",\"role\":\"%s\",\"content\":[{\"type\":\"%s\",\"text\":\"%s\"}]}"
                .formatted(role, kind, text));
    }

    private static String typed(String text) {
        return line("event_msg", "{\"type\":\"user_message\",\"message\":\"" + text + "\"}");
    }

    private Imported read(String log) throws Exception {
        return Imported.text(folder, "rollout.jsonl", log);
    }

    @Test
    void aPersonIsWhomTheDisplayMirrors() throws Exception {
        Imported imported = read(META
                + said("developer", "be brief")
                + said("user", "# AGENTS.md instructions for /repo")
                + typed("before")
                + said("user", "before")
                + said("user", "something put in")
                + said("user", "after")
                + typed("after")
                + line("event_msg", "{\"type\":\"agent_message\",\"message\":\"done\"}")
                + said("assistant", "done"));

        assertThat(imported.lines())
                .containsExactly(
                        "HARNESS: be brief",
                        "HARNESS: # AGENTS.md instructions for /repo",
                        "PERSON: before",
                        "HARNESS: something put in",
                        "PERSON: after",
                        "AGENT: done");
        assertThat(imported.messages().get(0).role()).isEqualTo(Role.DEVELOPER);
        assertThat(imported.messages().get(0).uid()).isNull();
        assertThat(imported.messages().get(0).created()).isEqualTo("2026-01-02T03:04:05.678Z");
        assertThat(imported.headers()).singleElement().satisfies(header -> {
            assertThat(header.nativeId()).isEqualTo("c1");
            assertThat(header.project()).isEqualTo("/repo");
        });
    }

    @Test
    void withoutMirrorsTheTextTells() throws Exception {
        assertThat(read(META + said("user", "<environment_context>x</environment_context>") + said("user", "hello"))
                        .lines())
                .containsExactly("HARNESS: <environment_context>x</environment_context>", "PERSON: hello");
    }

    @Test
    void whatOnlyTheDisplayHasIsImportedFromThere() throws Exception {
        Imported imported = read(META
                + typed("hello")
                + line("event_msg", "{\"type\":\"user_message\",\"kind\":\"environment_context\",\"message\":\"x\"}")
                + said("assistant", "hi"));

        assertThat(imported.lines()).containsExactly("PERSON: hello", "AGENT: hi");
    }

    @Test
    void joinsCallsAndResultsById() throws Exception {
        Imported imported = read(
                META
                        + typed("go")
                        + said("user", "go")
                        + item(
                                "{\"type\":\"function_call\",\"name\":\"shell\",\"arguments\":\"{}\",\"call_id\":\"k1\"}")
                        + item(
                                "{\"type\":\"function_call_output\",\"call_id\":\"k1\",\"output\":\"Process exited with code 2\\nOutput:\\nx\"}")
                        + item(
                                "{\"type\":\"custom_tool_call\",\"call_id\":\"k2\",\"name\":\"apply_patch\",\"input\":\"***\"}")
                        + item(
                                "{\"type\":\"custom_tool_call_output\",\"call_id\":\"k2\",\"output\":\"Exit code: 0\\nOutput:\\nExit code: 7\"}")
                        + item("{\"type\":\"local_shell_call\",\"call_id\":\"k3\",\"action\":{\"command\":[\"ls\"]}}")
                        + item(
                                "{\"type\":\"function_call_output\",\"call_id\":\"k3\",\"output\":{\"content\":\"no\",\"success\":false}}")
                        + item("{\"type\":\"web_search_call\",\"id\":\"w1\",\"action\":{\"query\":\"q\"}}")
                        + item(
                                "{\"type\":\"function_call_output\",\"call_id\":\"k4\",\"output\":"
                                        + "[{\"type\":\"input_text\",\"text\":\"seen\"},{\"type\":\"input_image\",\"image_url\":\"data:image/png;base64,AAAA\"}]}"));

        assertThat(imported.lines())
                .containsExactly(
                        "PERSON: go",
                        "AGENT: call k1 shell {}",
                        "HARNESS: failed k1 Process exited with code 2\nOutput:\nx",
                        "AGENT: call k2 apply_patch ***",
                        "HARNESS: result k2 Exit code: 0\nOutput:\nExit code: 7",
                        "AGENT: call k3 local_shell {\"command\":[\"ls\"]}",
                        "HARNESS: failed k3 no",
                        "AGENT: call w1 web_search {\"query\":\"q\"}",
                        "HARNESS: result k4 seen | [attachment input_image]");
        assertThat(imported.messages().get(2).role()).isEqualTo(Role.TOOL);
        assertThat(imported.messages().get(7).uid()).isEqualTo("w1");
    }

    @Test
    void keepsTheSummaryOfReasoningAndNothingEncrypted() throws Exception {
        Imported imported = read(
                META
                        + item("{\"type\":\"reasoning\",\"summary\":[],\"encrypted_content\":\"secret\"}")
                        + item(
                                "{\"type\":\"reasoning\",\"summary\":[{\"type\":\"summary_text\",\"text\":\"think\"}],\"encrypted_content\":\"secret\"}"));

        assertThat(imported.lines()).containsExactly("AGENT: thinks think");
        assertThat(imported.summary().ignored()).containsEntry("reasoning", 1L);
    }

    @Test
    void aCompactionIsItsSummaryAndNotTheHistoryItRepeats() throws Exception {
        String history =
                "\"replacement_history\":[{\"type\":\"message\",\"role\":\"user\",\"content\":[{\"type\":\"input_text\",\"text\":\"hello\"}]}]";
        Imported imported = read(META
                + said("user", "hello")
                + line("compacted", "{\"message\":\"they spoke\"," + history + "}")
                + line("compacted", "{\"message\":\"\"," + history + "}"));

        assertThat(imported.lines()).containsExactly("PERSON: hello", "NATIVE_SUMMARY: they spoke");
        assertThat(imported.summary().ignored()).containsEntry("compacted without summary", 1L);
    }

    @Test
    void theFirstHeaderNamesTheSession() throws Exception {
        Imported imported =
                read(line("session_meta", "{\"id\":\"fork\",\"parent_thread_id\":\"c1\"}") + META + said("user", "x"));

        assertThat(imported.headers().get(0).nativeId()).isEqualTo("fork");
        assertThat(imported.headers().get(0).parentNativeId()).isEqualTo("c1");
    }

    /** It is told once, at the beginning; what the shell tells later is newer. */
    @Test
    void theBranchOfTheBeginningIsNotTakenForTheBranchOfTheEnd() throws Exception {
        String named = "{\"id\":\"c1\",\"git\":{\"commit_hash\":\"abc\",\"branch\":\"high-tide\"}}";

        assertThat(read(line("session_meta", named) + said("user", "x")).describedBranch)
                .isNull();
    }

    @Test
    void readsTheBareItemsOfOlderVersions() throws Exception {
        Imported imported = read("""
                {"id":"old1","timestamp":"2025-05-01T00:00:00Z","instructions":null,"git":{}}
                {"type":"message","role":"user","content":[{"type":"input_text","text":"hello"}]}
                {"record_type":"state"}
                {"type":"function_call","name":"shell","arguments":"{}","call_id":"k"}
                {"type":"function_call_output","call_id":"k","output":"{\\"output\\":\\"x\\",\\"metadata\\":{\\"exit_code\\":1}}"}
                """);

        assertThat(imported.headers().get(0).nativeId()).isEqualTo("old1");
        assertThat(imported.lines()).hasSize(3).first().isEqualTo("PERSON: hello");
        assertThat(imported.lines().get(2)).startsWith("HARNESS: failed k ");
    }

    @Test
    void readsTheFlatLinesOfTheFirstVersions() throws Exception {
        Imported imported = read("""
                {"timestamp":"2025-09-10T12:00:00Z","role":"user","content":"Which branch?","model":"m"}
                {"timestamp":"2025-09-10T12:00:01Z","type":"tool_call","function":{"name":"git"},"arguments":"status"}
                {"timestamp":"2025-09-10T12:00:01Z","type":"tool_result","name":"git","result":"main"}
                {"timestamp":"2025-09-10T12:00:02Z","role":"assistant","message":"main"}
                """);

        assertThat(imported.lines())
                .containsExactly(
                        "PERSON: Which branch?", "AGENT: call  git status", "HARNESS: result  main", "AGENT: main");
        assertThat(imported.messages()).extracting(NewMessage::created).doesNotContainNull();
        assertThat(imported.headers().get(0).identity()).isEqualTo(Identity.PATH);
    }
}
