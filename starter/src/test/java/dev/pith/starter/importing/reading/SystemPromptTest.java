package dev.pith.starter.importing.reading;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pith.activities.conversation.NewMessage;
import dev.pith.activities.conversation.Role;
import dev.pith.starter.importing.Imported;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A prompt beside the messages is a message, and calls without ids have results. */
class SystemPromptTest {

    @TempDir
    Path folder;

    private Imported read(String name, String document) throws Exception {
        return Imported.text(folder, name, document);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"system\":\"Be brief.\",\"messages\":[{\"role\":\"user\",\"content\":\"hello\"}]}",
                "{\"messages\":[{\"role\":\"user\",\"content\":\"hello\"}],\"system\":\"Be brief.\"}",
                "{\"system\":[{\"type\":\"text\",\"text\":\"Be brief.\"}],\"messages\":[{\"role\":\"user\",\"content\":\"hello\"}]}",
                "[{\"system\":\"Be brief.\",\"conversations\":[{\"from\":\"human\",\"value\":\"hello\"}]}]",
                "{\"messages\":[{\"role\":\"system\",\"content\":\"Be brief.\"},{\"role\":\"user\",\"content\":\"hello\"}]}",
            })
    void prompt_isASystemMessageAndNobodysRequest(String document) throws Exception {
        Imported imported = read("chat.json", document);

        assertThat(imported.lines()).containsExactly("HARNESS: Be brief.", "PERSON: hello");
        assertThat(imported.messages()).first().extracting(NewMessage::role).isEqualTo(Role.SYSTEM);
    }

    @Test
    void promptInEachLine_isASystemMessageToo() throws Exception {
        String line = "{\"system\":\"Be brief.\",\"messages\":[{\"role\":\"user\",\"content\":\"hello\"}]}\n";

        assertThat(read("chats.jsonl", line + line).lines())
                .containsExactly("HARNESS: Be brief.", "PERSON: hello", "HARNESS: Be brief.", "PERSON: hello");
    }

    @Test
    void promptThatIsNoText_isNone() throws Exception {
        assertThat(read("chat.json", "{\"system\":true,\"messages\":[{\"role\":\"user\",\"content\":\"hello\"}]}")
                        .lines())
                .containsExactly("PERSON: hello");
    }

    @Test
    void functionCalls_pairWithTheirResultsInOrder() throws Exception {
        Imported imported = read("chat.json", """
                {"messages":[{"role":"user","content":"look"},
                 {"role":"assistant","content":null,"function_call":{"name":"look","arguments":"{}"}},
                 {"role":"function","name":"look","content":"A"},
                 {"role":"assistant","function_call":{"name":"look","arguments":"{}"}},
                 {"role":"function","name":"look","content":"B"}]}
                """);

        assertThat(imported.lines())
                .containsExactly(
                        "PERSON: look",
                        "AGENT: call call_1 look {}",
                        "HARNESS: result call_1 A",
                        "AGENT: call call_2 look {}",
                        "HARNESS: result call_2 B");
    }

    @Test
    void callsInTheTextOfASpeaker_pairToo() throws Exception {
        Imported imported = read("chat.json", """
                [{"from":"human","value":"look"},
                 {"from":"function_call","value":"{\\"name\\":\\"look\\",\\"arguments\\":{}}"},
                 {"from":"observation","value":"A"}]
                """);

        assertThat(imported.lines())
                .containsExactly("PERSON: look", "AGENT: call call_1 look {}", "HARNESS: result call_1 A");
    }
}
