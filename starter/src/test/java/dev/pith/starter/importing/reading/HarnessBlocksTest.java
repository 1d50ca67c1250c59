package dev.pith.starter.importing.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.pith.activities.conversation.NewMessage;
import dev.pith.activities.conversation.Origin;
import dev.pith.activities.conversation.Part;
import dev.pith.starter.importing.Imported;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Within one message, a program's words are told from a person's block by block. */
class HarnessBlocksTest {

    @TempDir
    Path folder;

    private static String words(List<Part> parts) {
        return parts.stream()
                .filter(Part.Text.class::isInstance)
                .map(part -> part.text().strip())
                .collect(Collectors.joining(" / "));
    }

    private static void assertPersons(NewMessage message, String words) {
        assertThat(message.origin()).isEqualTo(Origin.PERSON);
        assertThat(words(message.parts())).isEqualTo(words);
    }

    /** A person's words in a text, told from what stands beside them. */
    private static String words(String text) {
        HarnessMarkup.Told told = HarnessMarkup.told(List.of(new Part.Text(text)));
        assertThat(told.parts().stream().map(Part::text).collect(Collectors.joining()))
                .isEqualTo(text);
        return told.origin() == Origin.PERSON ? words(told.parts()) : "";
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<system-reminder>never say this</system-reminder> go on            | go on",
                "go on;<system-reminder>never say this</system-reminder>;and then   | go on / and then",
                "<ide_opened_file>a.py</ide_opened_file>;why?                       | why?",
                "<command-message>fix</command-message>;<command-name>/fix</command-name>;"
                        + "<command-args>the relay, never amend</command-args>      | the relay, never amend",
                "<command-name>/clear</command-name>;<command-args>x</command-args> | ''",
                "<user-memory-input>always use pnpm</user-memory-input>             | always use pnpm",
                "[Request interrupted by user];use the other one                    | use the other one",
                "# Context from my IDE setup:;;## Active file: a.py;;"
                        + "## My request for Codex:;mend it                         | mend it",
                "# Context from my IDE setup:;;## Active file: a.py                 | ''",
                "why does it print <system-reminder> there?    | why does it print <system-reminder> there?",
                "see:;```;<system-reminder>x</system-reminder>;```"
                        + "                                       | 'see:;```;<system-reminder>x</system-reminder>;```'",
                "write ``` before it;<system-reminder>x</system-reminder>;go on    | write ``` before it / go on",
                "<system-reminder>;```;x;</system-reminder>;<system-reminder>y</system-reminder>;go on | go on",
                "<instructions>be brief</instructions>;now you" + " | <instructions>be brief</instructions>;now you",
            })
    void text_isToldBlockByBlock(String text, String words) {
        assertThat(words(text.strip().replace(';', '\n')))
                .isEqualTo(words.strip().replace(';', '\n'));
    }

    private List<NewMessage> claude(String content) throws Exception {
        return Imported.text(
                        folder,
                        "s.jsonl",
                        "{\"type\":\"user\",\"uuid\":\"u1\",\"parentUuid\":\"a1\",\"message\":{\"role\":\"user\",\"content\":"
                                + content + "}}\n")
                .messages();
    }

    @Test
    void claudeCode_reminderInABlockOfItsOwn_isNobodysRequest() throws Exception {
        NewMessage message = claude("[{\"type\":\"text\",\"text\":\"<system-reminder>never</system-reminder>\"},"
                        + "{\"type\":\"text\",\"text\":\"go on\"}]")
                .get(0);

        assertPersons(message, "go on");
        assertThat(message.parts().get(0)).isInstanceOf(Part.Notice.class);
    }

    @Test
    void claudeCode_reasonOfARefusal_isThePersons() throws Exception {
        NewMessage message = claude("[{\"type\":\"tool_result\",\"tool_use_id\":\"t\",\"is_error\":true,\"content\":"
                        + "\"The user doesn't want to proceed with this tool use. To tell you how to proceed, the user"
                        + " said:\\nDo not delete logs.\"}]")
                .get(0);

        assertPersons(message, "Do not delete logs.");
        assertThat(message.parts().get(0).text()).doesNotContain("logs");
        assertThat(message.parentUid()).isNull();
    }

    @Test
    void claudeCode_refusalWithoutAReason_isTheProgramsOwn() throws Exception {
        NewMessage message = claude("[{\"type\":\"tool_result\",\"tool_use_id\":\"t\",\"is_error\":true,\"content\":"
                        + "\"The user doesn't want to proceed with this tool use. STOP what you are doing.\"}]")
                .get(0);

        assertThat(message.origin()).isEqualTo(Origin.HARNESS);
        assertThat(message.parentUid()).isEqualTo("a1");
    }

    @Test
    void claudeCode_answersToQuestions_areThePersons() throws Exception {
        NewMessage message = claude("[{\"type\":\"tool_result\",\"tool_use_id\":\"t\",\"content\":"
                        + "\"User has answered your questions: \\\"Which?\\\"=\\\"CSV, never \\\"x\\\"\\\", \\\"How?\\\"=\\\"Fast\\\"."
                        + " You can now continue with the user's answers in mind.\"}]")
                .get(0);

        assertPersons(message, "CSV, never \"x\"\nFast");
    }

    @Test
    void codex_itemWithMoreThanWasTyped_isToldBlockByBlock() throws Exception {
        String log = """
                {"timestamp":"2026-01-02T03:04:05Z","type":"event_msg","payload":{"type":"user_message","message":"mend it"}}
                {"timestamp":"2026-01-02T03:04:06Z","type":"response_item","payload":{"type":"message","role":"user","content":\
                [{"type":"input_text","text":"never say this"},{"type":"input_text","text":"mend it"}]}}
                """;
        NewMessage message =
                Imported.text(folder, "rollout.jsonl", log).messages().get(0);

        assertPersons(message, "mend it");
    }

    @Test
    void codex_answersToQuestions_areThePersons() throws Exception {
        String log = """
                {"timestamp":"2026-01-02T03:04:05Z","type":"response_item","payload":{"type":"function_call",\
                "name":"request_user_input","arguments":"{}","call_id":"c1"}}
                {"timestamp":"2026-01-02T03:04:06Z","type":"response_item","payload":{"type":"function_call_output",\
                "call_id":"c1","output":"{\\"answers\\":{\\"q\\":{\\"answers\\":[\\"CSV, never sqlite\\"]}}}"}}
                """;
        NewMessage message =
                Imported.text(folder, "rollout.jsonl", log).messages().get(1);

        assertPersons(message, "CSV, never sqlite");
    }

    @Test
    void opencode_syntheticPart_isNobodysRequest() throws Exception {
        NewMessage message =
                Imported.text(folder, "export.json", """
                {"info":{"id":"ses_1","directory":"/w"},
                 "messages":[{"info":{"id":"m1","role":"user","time":{"created":1773328682113}},
                              "parts":[{"id":"p1","type":"text","text":"look at a.py"},
                                       {"id":"p2","type":"text","text":"never say this","synthetic":true}]}]}
                """).messages().get(0);

        assertPersons(message, "look at a.py");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"<system-reminder>\n", "```\n<system-reminder>\n", "```\n<bash-input>x</bash-input>\n```\n"})
    void manyBlocksThatAreNone_longText_isReadInLinearTime(String piece) {
        String text = "go on\n" + piece.repeat(300_000);

        assertThat(assertTimeoutPreemptively(Duration.ofSeconds(10), () -> words(text)))
                .isEqualTo(text.strip());
    }
}
