package dev.pith.starter.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A directory is there whole or not at all, whoever makes it. */
class DirectoriesTest {

    @TempDir
    Path parent;

    @Test
    void takesThePlaceOfAnEmptyOne() throws Exception {
        Path wanted = Files.createDirectory(parent.resolve("wanted"));
        Directories.make(wanted, directory -> Files.writeString(directory.resolve("by"), "me"));

        assertThat(wanted.resolve("by")).hasContent("me");
        assertThat(parent).isDirectoryNotContaining(file -> !file.equals(wanted));
    }

    @Test
    void theOneThatAnotherMadeMeanwhileStays() throws Exception {
        Path wanted = parent.resolve("wanted");
        Directories.make(wanted, slow -> {
            Files.writeString(slow.resolve("by"), "me");
            Directories.make(wanted, directory -> Files.writeString(directory.resolve("by"), "another"));
        });

        assertThat(wanted.resolve("by")).hasContent("another");
        assertThat(parent).isDirectoryNotContaining(file -> !file.equals(wanted));
    }
}
