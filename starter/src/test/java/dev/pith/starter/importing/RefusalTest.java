package dev.pith.starter.importing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.pith.activities.conversation.ConversationHeader;
import dev.pith.starter.importing.reading.ImportOptions;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RefusalTest {

    private static final String EXPECTED = ", expected a session of Claude Code, Codex, opencode, pi, Gemini CLI,"
            + " Copilot CLI, Qwen Code, Cursor, Kimi Code, OpenClaw, Hermes, Goose, Droid, Grok or Antigravity, an export of ChatGPT or Claude.ai, chat messages as JSON or JSON lines, or a dialogue as UTF-8 text";

    @TempDir
    Path folder;

    private void refuses(byte[] content, String found) throws Exception {
        refuses("file", content, found + EXPECTED);
    }

    private void refuses(String name, byte[] content, String found) throws Exception {
        Path file = Files.write(folder.resolve(name), content);
        Imported sink = new Imported();
        assertThatExceptionOfType(NotAConversationException.class)
                .isThrownBy(() -> new SourceReader().read(file, sink, Imported.FINAL))
                .withMessage(file + ": found " + found)
                .satisfies(e -> assertThat(e.source()).isEqualTo(file.toString()));
        assertThat(sink.headers()).isEmpty();
    }

    private void refuses(String content, String found) throws Exception {
        refuses(content.getBytes(StandardCharsets.UTF_8), found);
    }

    @Test
    void saysWhatItFound() throws Exception {
        refuses(new byte[] {'P', 'K', 3, 4, 0, 0, 'x'}, "binary data");
        refuses(new byte[] {'{', 0, 1, 2}, "binary data");
        refuses(new byte[] {'a', (byte) 0xFF, (byte) 0xFE, 'b'}, "binary data");
        refuses("<?xml version=\"1.0\"?><a/>", "markup");
        refuses("#!/bin/sh\nUser: x\n", "a script");
        refuses("{\"name\":\"pith\",\"version\":1}", "JSON of another kind (name, version)");
        refuses("[1, 2, 3]", "JSON of another kind");
        refuses("{\"a\":1,\n", "JSON of another kind (a)");
        refuses("{}\n", "JSON of another kind");
    }

    @Test
    void saysWhatToDoWhereTheCauseIsCertain() throws Exception {
        String empty = "an empty file: import it once its program has written to it";
        refuses("empty", new byte[0], empty);
        refuses("blank", "\n \n".getBytes(StandardCharsets.UTF_8), empty);
        refuses("wide", "\uFEFFhello".getBytes(StandardCharsets.UTF_16LE), "UTF-16 text: convert it to UTF-8");
        String cure = ": rename the file to import it";
        byte[] text = "User: hi\nAssistant: hello\n".getBytes(StandardCharsets.UTF_8);
        refuses("fake.jsonl.zst", text, "plain text where the name promises a packed file" + cure);
        refuses("text.db", text, "plain text where the name promises a database" + cure);
    }

    @Test
    void aKnownLogWithoutMessagesIsNoConversation() throws Exception {
        refuses(
                "{\"type\":\"session_meta\",\"payload\":{\"id\":\"x\"}}\n{\"type\":\"event_msg\",\"payload\":{}}\n",
                "codex records without a message");
        refuses(
                "{\"type\":\"file-history-snapshot\",\"snapshot\":{}}\n{\"type\":\"summary\",\"summary\":\"x\"}\n",
                "JSON of another kind (file-history-snapshot, summary)");
    }

    /** Records without an id, a time, a title or a status: like those of known logs, but of another program. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"history\":[{\"role\":\"user\",\"parts\":[{\"text\":\"hi\"}]}]}",
                "{\"type\":\"user.message\",\"data\":{\"content\":\"hi\"}}",
                "{\"type\":\"user\",\"content\":[{\"type\":\"text\",\"text\":\"hi\"}]}",
                "{\"type\":\"reasoning\",\"summary\":[{\"type\":\"summary_text\",\"text\":\"hm\"}]}",
                "{\"type\":\"context.append_message\",\"message\":{\"role\":\"user\",\"content\":\"hi\"}}",
                "{\"type\":\"session_start\",\"id\":\"d\"}\n"
                        + "{\"type\":\"message\",\"id\":\"m\",\"message\":{\"role\":\"user\",\"content\":\"hi\"}}",
                "{\"type\":\"message\",\"session_id\":\"d\",\"role\":\"user\",\"text\":\"hi\"}",
                "{\"step_index\":0,\"source\":\"USER_EXPLICIT\",\"type\":\"USER_INPUT\",\"content\":\"hi\"}",
            })
    void leavesOtherProgramsLogsAlone(String log) throws Exception {
        Path file = Files.writeString(folder.resolve("file"), log + "\n");
        assertThatExceptionOfType(NotAConversationException.class)
                .isThrownBy(() -> new SourceReader().read(file, new Imported(), ImportOptions.DEFAULT))
                .withMessageContaining("found JSON of another kind (");
    }

    @Test
    void namesWhatIsNoFile() throws Exception {
        Path missing = folder.resolve("missing");
        assertThatExceptionOfType(NotAConversationException.class)
                .isThrownBy(() -> new SourceReader().read(missing, new Imported(), ImportOptions.DEFAULT))
                .withMessage(missing + " does not exist: name a file or folder that does");
        assertThatExceptionOfType(NotAConversationException.class)
                .isThrownBy(() -> new SourceReader().read(folder, new Imported(), ImportOptions.DEFAULT))
                .withMessage(folder + ": found a folder where one file is read" + EXPECTED);
    }

    @Test
    void readsAStreamAndNamesItByItsFirstMessage() throws Exception {
        assertThat(stream("hi", "one")).isEqualTo(stream("hi", "two")).startsWith("stdin:");
        assertThat(stream("hi", "one")).isNotEqualTo(stream("ho", "one"));
    }

    private static String stream(String first, String second) throws Exception {
        String chat = "[{\"role\":\"user\",\"content\":\"%s\"},{\"role\":\"user\",\"content\":\"%s\"}]"
                .formatted(first, second);
        Imported sink = new Imported();
        byte[] bytes = chat.getBytes(StandardCharsets.UTF_8);
        new SourceReader().read(new ByteArrayInputStream(bytes), "standard input", sink, ImportOptions.DEFAULT);
        List<ConversationHeader> headers = sink.headers();
        assertThat(headers).hasSize(1);
        return headers.get(0).nativeId();
    }
}
