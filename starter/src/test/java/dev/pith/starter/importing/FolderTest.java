package dev.pith.starter.importing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.pith.starter.importing.FolderListing.Refused;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderTest {

    private static final String CHAT = "[{\"role\":\"user\",\"content\":\"hi\"}]";

    @TempDir
    Path folder;

    private Path write(String name, String content) throws Exception {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, content);
    }

    @Test
    void findsSessionsInOrderAndSaysWhyNotTheOthers() throws Exception {
        Path second = write("b/second", CHAT);
        Path first = write("a.whatever", CHAT);
        Path dialogue = write("c.txt", "User: hi\nAssistant: hello\n");
        Path notes = write("README.md", "# Notes\n\nAbout this.\n");
        write("b/agent-1.meta.json", "{\"agentType\":\"x\"}");

        FolderListing listing = new SourceReader().expand(folder);

        assertThat(listing.sessions()).containsExactly(first, second, dialogue);
        assertThat(listing.refused())
                .singleElement()
                .extracting(Refused::why)
                .asString()
                .startsWith(notes + ": found text without speakers");
    }

    @Test
    void followsLinksOnceAndNeverInCircles() throws Exception {
        Path file = write("a/chat", CHAT);
        Files.createSymbolicLink(folder.resolve("a/loop"), folder);
        Files.createSymbolicLink(folder.resolve("z"), file);

        assertThat(new SourceReader().expand(folder).sessions()).containsExactly(file);
    }

    /** Root may read all, but nobody opens a path that is longer than the system takes. */
    @Test
    void namesWhatCannotBeRead_andReadsTheRest() throws Exception {
        Path file = write("chat", CHAT);
        Path moved = Files.createDirectories(folder.resolve("moved/" + "deep/".repeat(500)));
        write("moved/" + "deep/".repeat(500) + "lost", CHAT);
        Path long1 = Files.createDirectories(folder.resolve("x/" + "deep/".repeat(500)));
        Path into = Files.move(folder.resolve("moved"), long1.resolve("moved"));
        try {
            FolderListing listing = new SourceReader().expand(folder);

            assertThat(listing.sessions()).containsExactly(file);
            assertThat(listing.unreadable())
                    .singleElement()
                    .extracting(Refused::why)
                    .asString()
                    .startsWith(into + "/deep/")
                    .endsWith(" cannot be read and is left out: File name too long");
        } finally {
            Files.move(into, folder.resolve("moved"));
        }
        assertThat(moved).exists();
    }

    @Test
    void aFolderWithoutSessionsIsRefused() throws Exception {
        assertThatExceptionOfType(NotAConversationException.class)
                .isThrownBy(() -> new SourceReader().expand(folder))
                .withMessageStartingWith(folder + ": found an empty folder, expected");
        Path notes = write("README.md", "# Notes\n");
        assertThatExceptionOfType(NotAConversationException.class)
                .isThrownBy(() -> new SourceReader().expand(folder))
                .withMessageStartingWith(folder + ": found a folder of 1 other file, expected");
        assertThatExceptionOfType(NotAConversationException.class)
                .isThrownBy(() -> new SourceReader().expand(notes))
                .withMessageStartingWith(notes + ": found no folder, expected");
    }
}
