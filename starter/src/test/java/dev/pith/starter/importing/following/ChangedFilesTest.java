package dev.pith.starter.importing.following;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChangedFilesTest {

    private static final Instant BEGIN = Instant.parse("2026-02-03T10:00:00Z");

    @TempDir
    Path folder;

    private Path file;
    private Instant now = BEGIN;
    private final ChangedFiles files = new ChangedFiles(() -> now);

    @BeforeEach
    void write() throws IOException {
        file = Files.writeString(folder.resolve("session.db"), "one");
    }

    private void read() {
        files.read(file, files.changed(file).orElseThrow(), now);
    }

    @Test
    void aFileIsChanged_untilItIsRead_andOnceItGrew() throws IOException {
        assertThat(files.changed(file)).isPresent();
        read();
        assertThat(files.changed(file)).isEmpty();
        Files.writeString(file, "two", StandardOpenOption.APPEND);

        assertThat(files.changed(file)).isPresent();
    }

    @Test
    void aDatabaseIsChanged_ifItsLogIs() throws IOException {
        read();
        Files.writeString(folder.resolve("session.db-wal"), "log");

        assertThat(files.changed(file)).isPresent();
    }

    @Test
    void aFileThatGrewWhileItWasRead_isChanged() throws IOException {
        var before = files.changed(file).orElseThrow();
        Files.writeString(file, "two", StandardOpenOption.APPEND);
        files.read(file, before, now);

        assertThat(files.changed(file)).isPresent();
    }

    @Test
    void aFileThatIsGone_isNotChanged() throws IOException {
        Files.delete(file);

        assertThat(files.changed(file)).isEmpty();
    }

    @Test
    void aFileRests_nineTimesAsLongAsReadingItTook() {
        var stamp = files.changed(file).orElseThrow();
        now = BEGIN.plusSeconds(2);
        files.read(file, stamp, BEGIN);

        now = BEGIN.plusSeconds(2 + 18).minusMillis(1);
        assertThat(files.rests(file)).isTrue();
        now = BEGIN.plusSeconds(2 + 18);
        assertThat(files.rests(file)).isFalse();
    }

    @Test
    void aFileRests_forAMinuteAtMost() {
        var stamp = files.changed(file).orElseThrow();
        now = BEGIN.plusSeconds(30);
        files.read(file, stamp, BEGIN);

        now = BEGIN.plusSeconds(30 + 60);
        assertThat(files.rests(file)).isFalse();
    }
}
