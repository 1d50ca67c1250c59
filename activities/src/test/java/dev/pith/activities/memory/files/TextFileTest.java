package dev.pith.activities.memory.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Replacing on file systems that can do less, and where it cannot be done. */
class TextFileTest {

    @TempDir
    Path directory;

    @Test
    void replacesWhereThereAreNoPermissions() throws Exception {
        try (FileSystem zip = FileSystems.newFileSystem(directory.resolve("a.zip"), Map.of("create", "true"))) {
            Path file = zip.getPath("/day.md");
            assertThat(TextFile.read(file).replace("one")).isTrue();
            assertThatThrownBy(() -> Files.getPosixFilePermissions(file))
                    .isInstanceOf(UnsupportedOperationException.class);

            assertThat(TextFile.read(file).replace("two")).isTrue();
            assertThat(Files.readString(file)).isEqualTo("two");
            assertThat(Files.exists(zip.getPath("/.day.md.pith-new"))).isFalse();
        }
    }

    @Test
    void leavesNothingBehindWhereTheRenamingFails() throws Exception {
        Path file = directory.resolve("day.md");
        TextFile absent = TextFile.read(file);
        Files.createDirectories(file.resolve("in the way"));

        assertThatThrownBy(() -> absent.replace("text")).isInstanceOf(IOException.class);
        assertThat(directory).isDirectoryNotContaining("glob:**.pith-new");
        assertThat(file.resolve("in the way")).isDirectory();
    }

    @Test
    void keepsAMarkAtTheBeginning() throws Exception {
        Path file = Files.writeString(directory.resolve("day.md"), "\ufeffone");

        assertThat(TextFile.read(file).text()).isEqualTo("one");
        TextFile.read(file).replace("two");
        assertThat(Files.readString(file)).isEqualTo("\ufefftwo");
    }
}
