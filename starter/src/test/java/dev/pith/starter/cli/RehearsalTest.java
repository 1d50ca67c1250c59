package dev.pith.starter.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What fails in it would be missing in the archive of classes, and nobody would see why commands are slow. */
class RehearsalTest {

    @TempDir
    Path directory;

    @Test
    void everyCommandOfItDoesItsWork() throws Exception {
        String java = ProcessHandle.current().info().command().orElse("java");
        Process process = new ProcessBuilder(List.of(
                        java,
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Rehearsal.class.getName(),
                        directory.resolve("rehearsal").toString()))
                .inheritIO()
                .start();

        assertThat(process.waitFor()).isZero();
    }
}
