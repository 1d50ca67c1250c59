package dev.pith.starter.importing;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Logs of Grok Build. */
class GrokReaderTest {

    private static final String ID = "019f0000-0000-7000-8000-000000000001";

    @TempDir
    Path folder;

    private static String user(String text, String more) {
        return "{\"type\":\"user\",\"content\":[{\"type\":\"text\",\"text\":\"" + text + "\"}]" + more + "}\n";
    }

    private static String thought(String text) {
        return "{\"type\":\"reasoning\",\"id\":\"r\",\"summary\":[{\"type\":\"summary_text\",\"text\":\"" + text
                + "\"}],\"encrypted_content\":\"x\"}\n";
    }

    private static String reply(String text, String calls) {
        return "{\"type\":\"assistant\",\"content\":\"" + text + "\",\"tool_calls\":[" + calls
                + "],\"model_id\":\"grok-4.5\"}\n";
    }

    private Imported read(String summary, String... lines) throws Exception {
        Path session = Files.createDirectories(folder.resolve("%2Frepo/" + ID));
        Files.writeString(session.resolve("summary.json"), summary);
        return Imported.text(session, "chat_history.jsonl", String.join("", lines));
    }

    @Test
    void itemsAreMessagesAndTheSummaryDescribesThem() throws Exception {
        Imported imported = read(
                "{\"info\":{\"id\":\"g1\",\"cwd\":\"/repo\"},\"generated_title\":\"Paint\",\"head_branch\":\"main\","
                        + "\"created_at\":\"2026-01-02T03:04:05.123456Z\"}",
                "{\"type\":\"system\",\"content\":\"You are Grok.\"}\n",
                user("<user_info>\\nOS Version: macos\\n</user_info>", ""),
                user("<user_query>\\npaint it\\n</user_query>", ",\"prompt_index\":0"),
                thought("hm"),
                reply("Looking.", "{\"id\":\"c\",\"name\":\"read_file\",\"arguments\":\"{\\\"p\\\":1}\"}"),
                "{\"type\":\"tool_result\",\"tool_call_id\":\"c\",\"content\":\"red\"}\n",
                "{\"type\":\"backend_tool_call\",\"kind\":{\"tool_type\":\"web_search\",\"action\":{\"query\":\"q\"},"
                        + "\"id\":\"ws\",\"status\":\"completed\"}}\n",
                user("a task ended", ",\"synthetic_reason\":\"task_completed\",\"prompt_index\":1"),
                user("<user_query>\\nalso this\\n</user_query>", ",\"synthetic_reason\":\"interjection\""),
                user("<user_info>\\n</user_info>", ",\"synthetic_reason\":\"compaction_meta\""),
                user("painted so far", ",\"synthetic_reason\":\"compaction_meta\""),
                reply("", ""));

        assertThat(imported.lines())
                .containsExactly(
                        "HARNESS: You are Grok.",
                        "HARNESS: <user_info>\nOS Version: macos\n</user_info>",
                        "PERSON: <user_query> | paint it | </user_query>",
                        "AGENT: thinks hm | Looking. | call c read_file {\"p\":1}",
                        "HARNESS: result c red",
                        "AGENT: call ws web_search {\"query\":\"q\"}",
                        "HARNESS: result ws completed",
                        "HARNESS: a task ended",
                        "PERSON: <user_query> | also this | </user_query>",
                        "HARNESS: <user_info>\n</user_info>",
                        "NATIVE_SUMMARY: painted so far");
        assertThat(imported.messages().get(0).created()).isEqualTo("2026-01-02T03:04:05.123456Z");
        assertThat(imported.messages().get(1).created()).isNull();
        assertThat(imported.describedBranch).isEqualTo("main");
        assertThat(imported.headers()).singleElement().satisfies(header -> {
            assertThat(header.source()).isEqualTo("grok");
            assertThat(header.nativeId()).isEqualTo("g1");
            assertThat(header.title()).isEqualTo("Paint");
            assertThat(header.project()).isEqualTo("/repo");
        });
    }

    @Test
    void withoutASummaryTheFolderNamesTheSession() throws Exception {
        Imported imported = read("{", user("paint it", ",\"prompt_index\":0"), reply("Done.", ""));

        assertThat(imported.headers().get(0).nativeId()).isEqualTo(ID);
        assertThat(imported.lines()).containsExactly("PERSON: paint it", "AGENT: Done.");
    }

    @Test
    void aSubagentIsAConversationOfItsOwn() throws Exception {
        String summary = "{\"info\":{\"id\":\"g2\"},\"session_kind\":\"subagent\"";
        Imported called = read(summary + ",\"parent_session_id\":\"g1\"}", user("count", ",\"prompt_index\":0"));
        Imported unnamed = read(summary + "}", user("count", ",\"prompt_index\":0"));

        assertThat(called.headers().get(0).subagentId()).isEqualTo("g2");
        assertThat(called.headers().get(0).parentNativeId()).isEqualTo("g1");
        assertThat(unnamed.headers().get(0).subagentId()).isEqualTo("g2");
        assertThat(unnamed.headers().get(0).parentNativeId()).isNull();
    }

    @Test
    void reasoningWithoutItsReplyWaits() throws Exception {
        Imported imported = read("{}", user("paint it", ",\"prompt_index\":0"), thought("hm"));

        assertThat(imported.lines()).containsExactly("PERSON: paint it");
        assertThat(imported.summary().notes())
                .containsExactly("the last message is unfinished and waits for the next import");
    }
}
