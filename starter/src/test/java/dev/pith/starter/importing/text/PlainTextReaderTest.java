package dev.pith.starter.importing.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pith.starter.importing.Imported;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlainTextReaderTest {

    @TempDir
    Path folder;

    private Imported read(String content) throws Exception {
        return Imported.text(folder, "chat.txt", content);
    }

    @Test
    void readsSpeakers() throws Exception {
        Imported imported = read("""
                Exported today.

                User: What is a monad?
                Note: be brief.

                    monad :: m a
                **Assistant:** A monoid.
                ### Human
                Thanks
                """);

        assertThat(imported.lines())
                .containsExactly(
                        "PERSON: Exported today.",
                        "PERSON: What is a monad?\nNote: be brief.\n\n    monad :: m a",
                        "AGENT: A monoid.",
                        "PERSON: Thanks");
    }

    @Test
    void readsThePeopleOfAPlay() throws Exception {
        Imported imported = read("Ada: one\nBob: two\nRemark: three\nAda: four\nBob: five\n");

        assertThat(imported.lines())
                .containsExactly(
                        "PERSON: Ada: one",
                        "PERSON: Bob: two\nRemark: three",
                        "PERSON: Ada: four",
                        "PERSON: Bob: five");
    }

    @Test
    void readsProseByParagraphs() throws Exception {
        assertThat(read("One line\nand another.\n\nSecond: a colon, see http://example.com.\n")
                        .lines())
                .containsExactly("PERSON: One line\nand another.", "PERSON: Second: a colon, see http://example.com.");
    }

    @Test
    void cutsParagraphsThatAreVeryLong() throws Exception {
        assertThat(read("A fairly long line of words.\n".repeat(2_000)).messages())
                .hasSizeBetween(4, 6);
    }

    @Test
    void aTimeInBracketsIsNoJson() throws Exception {
        assertThat(read("[10:05] all quiet\n\n[2026-01-02 03:04] still\n").messages())
                .hasSize(2);
    }

    @Test
    void readsOtherScripts() throws Exception {
        assertThat(read("user：你好\nassistant：你好！\n").lines()).containsExactly("PERSON: 你好", "AGENT: 你好！");
    }
}
