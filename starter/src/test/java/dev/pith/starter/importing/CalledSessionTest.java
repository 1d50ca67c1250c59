package dev.pith.starter.importing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pith.activities.conversation.ConversationHeader;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Programs whose subagents have sessions of their own: the header tells that an agent called them. */
class CalledSessionTest {

    private static final String META =
            "{\"timestamp\":\"2026-01-02T03:04:05Z\",\"type\":\"session_meta\",\"payload\":%s}\n";

    private static final String HELLO = """
            {"timestamp":"2026-01-02T03:04:06Z","type":"response_item","payload":\
            {"type":"message","role":"user","content":[{"type":"input_text","text":"hello"}]}}
            """;

    @TempDir
    Path folder;

    private static void isSubagent(ConversationHeader header, String id, @Nullable String parent) {
        assertThat(header.nativeId()).isEqualTo(id);
        assertThat(header.subagentId()).isEqualTo(id);
        assertThat(header.parentNativeId()).isEqualTo(parent);
        assertThat(header.forkedFrom()).isNull();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            nullValues = "none",
            value = {
                "\"source\":{\"subagent\":{\"thread_spawn\":{\"parent_thread_id\":\"p\",\"depth\":1}}}; p",
                "\"parent_thread_id\":\"p\",\"thread_source\":\"subagent\"; p",
                "\"thread_source\":\"subagent\",\"forked_from_id\":\"p\"; p",
                "\"source\":{\"subagent\":\"review\"}; none",
            })
    void codex_threadThatAnAgentBegan_isASubagent(String fields, @Nullable String parent) throws Exception {
        Imported imported =
                Imported.text(folder, "rollout.jsonl", META.formatted("{\"id\":\"t\"," + fields + "}") + HELLO);

        isSubagent(imported.headers().get(0), "t", parent);
    }

    @Test
    void codex_headerRepeatedFromTheParent_changesNothing() throws Exception {
        String own = "{\"id\":\"t\",\"source\":{\"subagent\":{\"thread_spawn\":{\"parent_thread_id\":\"p\"}}}}";
        Imported imported =
                Imported.text(folder, "rollout.jsonl", META.formatted(own) + META.formatted("{\"id\":\"p\"}") + HELLO);

        isSubagent(imported.headers().get(0), "t", "p");
    }

    @Test
    void codex_threadOfAPerson_isNone() throws Exception {
        String own = "{\"id\":\"t\",\"source\":\"cli\",\"thread_source\":\"user\"}";
        Imported imported = Imported.text(folder, "rollout.jsonl", META.formatted(own) + HELLO);

        assertThat(imported.headers().get(0).subagentId()).isNull();
    }

    @Test
    void opencode_sessionWithAParent_isASubagent() throws Exception {
        Imported imported = Imported.text(folder, "export.json", """
                {"info":{"id":"ses_2","parentID":"ses_1","directory":"/w","title":"count"},
                 "messages":[{"info":{"id":"m1","role":"user","time":{"created":1773328682113}},
                              "parts":[{"id":"p1","type":"text","text":"count them"}]}]}
                """);

        isSubagent(imported.headers().get(0), "ses_2", "ses_1");
    }
}
