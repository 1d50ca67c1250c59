package dev.pith.starter.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pith.activities.testing.Patience;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
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

    /** A program that a killed command left may still be at work in what it was to fill. */
    @Test
    void removesAlsoWhatSomebodyElseRemovesMeanwhile() throws Exception {
        ExecutorService other = Executors.newSingleThreadExecutor();
        try {
            for (int round = 0; round < 100; round++) {
                Path leftover = Files.createDirectory(parent.resolve("data.unfinished" + round));
                List<Path> files = filled(leftover);
                Future<?> gone =
                        other.submit(() -> files.forEach(file -> file.toFile().delete()));
                Directories.removeUnfinished(parent);
                assertThat(gone).succeedsWithin(Patience.LONG);
            }
            assertThat(parent).isEmptyDirectory();
        } finally {
            other.shutdown();
        }
    }

    private static List<Path> filled(Path directory) throws IOException {
        List<Path> files = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            Path inner = Files.createDirectory(directory.resolve("base" + i));
            for (int j = 0; j < 10; j++) {
                files.add(Files.createFile(inner.resolve("file" + j)));
            }
            files.add(inner);
        }
        return files;
    }
}
