package dev.pith.starter.importing.reading;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pith.starter.importing.Imported;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A byte that is no UTF-8 becomes U+FFFD, in every format, and the message stays. */
class DamagedBytesTest {

    @TempDir
    Path folder;

    /** The text with the bytes of a character that was cut off where it has a percent sign. */
    private static byte[] damaged(String text) {
        return text.replace("%", "\u00e2\u0082").getBytes(StandardCharsets.ISO_8859_1);
    }

    private Imported read(String name, String text) throws Exception {
        return Imported.file(Files.write(folder.resolve(name), damaged(text)), ImportOptions.DEFAULT);
    }

    private static String claude(String text) {
        return "{\"type\":\"user\",\"message\":{\"role\":\"user\",\"content\":\"" + text + "\"}}\n";
    }

    @Test
    void jsonLines_keepTheMessageAndNameTheLine() throws Exception {
        Imported imported = read("s.jsonl", claude("one %") + claude("two") + claude("three % x"));

        assertThat(imported.lines()).containsExactly("PERSON: one \uFFFD", "PERSON: two", "PERSON: three \uFFFD x");
        assertThat(imported.summary().damaged()).isZero();
        assertThat(imported.summary().notes())
                .containsExactly("bytes that are no UTF-8 were read as U+FFFD in lines 1, 3");
    }

    /** NUL, a tab, an escape that JSON does not know. */
    @ParameterizedTest
    @ValueSource(strings = {"\u0001", "\t", "\u0000", "\\x"})
    void charactersThatJsonWantsEscaped_areReadAsTheyStand(String raw) throws Exception {
        Imported imported = read(
                "s.jsonl",
                claude("before " + raw + " after")
                        + claude("two")
                        + claude("torn").substring(0, 40));

        assertThat(imported.lines())
                .containsExactly("PERSON: before " + raw.replace("\\", "") + " after", "PERSON: two");
        assertThat(imported.summary().notes())
                .contains("characters that JSON wants escaped were read as they stand in line 1");
    }

    @Test
    void aSingleLine_isStillRecognized() throws Exception {
        assertThat(read("s.jsonl", claude("only %")).lines()).containsExactly("PERSON: only \uFFFD");
    }

    @Test
    void document_keepsWhatStandsBehindIt() throws Exception {
        Imported imported = read(
                "chat.json",
                "[{\"role\":\"user\",\"content\":\"one %\"},\n{\"role\":\"assistant\",\"content\":\"two\"}]");

        assertThat(imported.lines()).containsExactly("PERSON: one \uFFFD", "AGENT: two");
        assertThat(imported.summary().notes()).containsExactly("bytes that are no UTF-8 were read as U+FFFD in line 1");
    }

    @Test
    void dialogue_keepsItsLines() throws Exception {
        String calm = "Assistant: the harbor is calm and will stay calm for as long as anybody here can foresee\n";
        Imported imported = read("talk.txt", "User: how is the harbor %\n" + calm);

        assertThat(imported.lines()).first().isEqualTo("PERSON: how is the harbor \uFFFD");
        assertThat(imported.summary().notes()).containsExactly("bytes that are no UTF-8 were read as U+FFFD in line 1");
    }

    @Test
    void opencodeStorage_keepsTheRecord() throws Exception {
        Path session = Files.createDirectories(folder.resolve("session/p")).resolve("ses_1.json");
        Path message = Files.createDirectories(folder.resolve("message/ses_1")).resolve("msg_1.json");
        Path part = Files.createDirectories(folder.resolve("part/msg_1")).resolve("prt_1.json");
        Files.writeString(session, "{\"id\":\"ses_1\",\"directory\":\"/w\",\"time\":{\"created\":1773328682113}}");
        Files.writeString(message, "{\"id\":\"msg_1\",\"role\":\"user\",\"time\":{\"created\":1773328682113}}");
        Files.write(part, damaged("{\"id\":\"prt_1\",\"type\":\"text\",\"text\":\"one %\"}"));

        assertThat(Imported.file(session, ImportOptions.DEFAULT).lines()).containsExactly("PERSON: one \uFFFD");
    }

    @Test
    void scan_findsLinesAcrossBlocks() throws Exception {
        byte[] bytes = damaged(("x".repeat(65_533) + "\u20ac\n").replace("\u20ac", "\u00e2\u0082\u00ac") + "%\n");

        assertThat(Utf8.damagedLines(new ByteArrayInputStream(bytes), 9)).containsExactly(2L);
    }
}
