package dev.pith.starter.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What fails in it would be missing in the archive of classes, and nobody would see why commands are slow. */
@Tag("servers")
class RehearsalTest {

    @TempDir
    Path directory;

    @Test
    void everyCommandOfItDoesItsWork() throws Exception {
        Process process = new ProcessBuilder(JavaCommand.of(
                        Rehearsal.class,
                        List.of(),
                        directory.resolve("rehearsal").toString()))
                .inheritIO()
                .start();

        assertThat(process.waitFor()).isZero();
    }
}
