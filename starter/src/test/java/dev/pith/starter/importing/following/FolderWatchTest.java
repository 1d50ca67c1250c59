package dev.pith.starter.importing.following;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderWatchTest {

    private static final Duration LONGEST = Duration.ofSeconds(1);

    @TempDir
    Path folder;

    private final FolderWatch watch = FolderWatch.open();

    @AfterEach
    void close() {
        watch.close();
    }

    private Set<Path> seenUntil(Path wanted) {
        Set<Path> seen = new HashSet<>();
        Awaitility.await().atMost(Duration.ofMinutes(1)).until(() -> {
            seen.addAll(watch.await(LONGEST));
            return seen.contains(wanted);
        });
        return seen;
    }

    @Test
    void newAndGrownFiles_areReported_inFoldersBelow() throws IOException {
        Path below = Files.createDirectories(folder.resolve("a/b"));
        Path file = Files.writeString(below.resolve("old.jsonl"), "one");
        watch.add(folder);
        Files.writeString(file, "two", StandardOpenOption.APPEND);
        seenUntil(file);

        Path added = Files.writeString(below.resolve("new.jsonl"), "one");
        assertThat(seenUntil(added)).doesNotContain(below);
    }

    @Test
    void aNewFolder_isWatched_andItsFilesReported() throws IOException {
        watch.add(folder);
        Path below = Files.createDirectories(folder.resolve("project/day"));
        Path first = Files.writeString(below.resolve("first.jsonl"), "one");
        seenUntil(first);

        Path second = Files.writeString(below.resolve("second.jsonl"), "one");
        seenUntil(second);
    }

    @Test
    void aFile_isWatchedInItsFolder() throws IOException {
        Path file = Files.writeString(folder.resolve("one.jsonl"), "one");
        watch.add(file);
        watch.add(file);
        Files.writeString(file, "two", StandardOpenOption.APPEND);

        seenUntil(file);
    }

    @Test
    void aFolderThatIsReplaced_isWatchedWhenAddedAgain() throws IOException, InterruptedException {
        Path below = Files.createDirectories(folder.resolve("a"));
        watch.add(below);
        Files.delete(below);
        watch.await(LONGEST);
        Files.createDirectories(below);
        watch.add(below);

        seenUntil(Files.writeString(below.resolve("new.jsonl"), "one"));
    }
}
