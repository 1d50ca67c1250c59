package dev.pith.benchmarks.quality;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What each program's log tells about commands, files and things to do. */
class FormatsTest {

    @TempDir
    Path folder = Path.of("");

    @Test
    void aCodexCommandThatRanOnEndsWithTheAnswerThatSaysSo() throws IOException {
        List<Event> events = lines(
                codex("'function_call','name':'exec_command','call_id':'a','arguments':'{\\'cmd\\':\\'make tide\\'}'"),
                codex("'function_call_output','call_id':'a','output':'Process running with session ID 7\\nOutput:'"),
                codex(
                        "'function_call','name':'exec_command','call_id':'b','arguments':'{\\'cmd\\':\\'git status -sb\\'}'"),
                codex(
                        "'function_call_output','call_id':'b','output':'Process exited with code 0\\nOutput:\\n## tides...origin/tides'"),
                codex("'function_call','name':'write_stdin','call_id':'c','arguments':'{\\'session_id\\':7}'"),
                codex("'function_call_output','call_id':'c','output':'Process exited with code 3\\nOutput:'"));
        List<ShellRun> runs = ShellRun.of(events);

        assertThat(runs).extracting(ShellRun::command).containsExactly("git status -sb", "make tide");
        assertThat(runs).extracting(ShellRun::exit).containsExactly(0, 3);
        assertThat(BranchTold.last(runs)).isEqualTo(new BranchTold(3, "tides"));
    }

    @Test
    void codexPlansAndPatchesAreRead() throws IOException {
        List<Event> events = lines(
                codex("'function_call','name':'update_plan','call_id':'a','arguments':'{\\'plan\\':["
                        + "{\\'step\\':\\'Read\\',\\'status\\':\\'completed\\'},"
                        + "{\\'step\\':\\'Print\\',\\'status\\':\\'pending\\'}]}'"),
                codex("'function_call_output','call_id':'a','output':'Exit code: 0'"),
                codex("'custom_tool_call','name':'apply_patch','call_id':'b',"
                        + "'input':'*** Begin Patch\\n*** Update File: src/a.py\\n*** Add File: src/b.py\\n'"),
                codex("'custom_tool_call_output','call_id':'b','output':'Exit code: 0'"));

        assertThat(new TodoTruth(events).refutes("Read")).isTrue();
        assertThat(new TodoTruth(events).refutes("Print")).isFalse();
        assertThat(new TodoTruth(events).refutes("Sleep")).isFalse();
        assertThat(ToolUse.of(events).get(1).files()).containsExactly("src/a.py", "src/b.py");
    }

    @Test
    void tasksOfClaudeCodeAreFollowedByTheirIds() throws IOException {
        List<Event> events = lines(
                claude("a", "TaskCreate", "'subject':'Read'"), answer("a", "Task #1 created successfully: Read"),
                claude("b", "TaskCreate", "'subject':'Print'"), answer("b", "Task #2 created successfully: Print"),
                claude("c", "TaskUpdate", "'taskId':'1','status':'completed'"), answer("c", "Updated task #1 status"),
                claude("d", "TaskUpdate", "'taskId':'2','status':'in_progress'"),
                        answer("d", "Updated task #2 status"));

        assertThat(new TodoTruth(events).refutes("(begun) Read")).isTrue();
        assertThat(new TodoTruth(events).refutes("(begun) Print")).isFalse();
    }

    @Test
    void opencodeAndPiTellExitCodesTheirOwnWay() throws IOException {
        Path export = folder.resolve("export.json");
        Files.writeString(
                export,
                json("{'info':{},'messages':[{'info':{'role':'assistant'},'parts':[{'type':'tool','tool':'bash',"
                        + "'callID':'a','state':{'status':'completed','input':{'command':'make'},'output':'',"
                        + "'metadata':{'exit':2}}}]}]}"));
        OpencodeLog log = Objects.requireNonNull(OpencodeLog.read(export));
        List<Event> events = log.units().get(0).events();

        assertThat(ShellRun.of(events)).extracting(ShellRun::exit).containsExactly(2);
        assertThat(log.text(0, 0)).doesNotContain("make");

        List<Event> pi = lines(
                "{'type':'session','cwd':'/work'}",
                "{'message':{'role':'assistant','content':[{'type':'toolCall','id':'a','name':'bash',"
                        + "'arguments':{'command':'make'}}]}}",
                "{'message':{'role':'toolResult','toolCallId':'a','isError':true,"
                        + "'content':[{'type':'text','text':'no\\n\\nCommand exited with code 2'}]}}");
        assertThat(ShellRun.of(pi)).extracting(ShellRun::exit).containsExactly(2);
    }

    private static String codex(String item) {
        return "{'type':'response_item','payload':{'type':" + item + "}}";
    }

    private static String claude(String id, String tool, String input) {
        return "{'type':'assistant','uuid':'call-" + id + "','message':{'content':[{'type':'tool_use','id':'" + id
                + "','name':'" + tool + "','input':{" + input + "}}]}}";
    }

    private static String answer(String id, String text) {
        return "{'type':'user','uuid':'result-" + id + "','message':{'content':[{'type':'tool_result','tool_use_id':'"
                + id + "','content':'" + text + "'}]}}";
    }

    private List<Event> lines(String... records) throws IOException {
        Path file = folder.resolve("log.jsonl");
        Files.writeString(file, json(String.join("\n", records)));
        return Objects.requireNonNull(LinesLog.read(file)).units().stream()
                .flatMap(unit -> unit.events().stream())
                .toList();
    }

    /** JSON is easier to read here with single quotes; escaped ones stand in JSON within JSON. */
    private static String json(String text) {
        return text.replace("\\'", "\\\"").replace('\'', '"');
    }
}
