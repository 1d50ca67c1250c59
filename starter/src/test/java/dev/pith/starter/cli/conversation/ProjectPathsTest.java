package dev.pith.starter.cli.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProjectPathsTest {

    @Test
    void theNearestComesFirstAndNeitherHomeNorRootCount() {
        assertThat(ProjectPaths.of(Path.of("/none/me/project/src"), Path.of("/none/me")))
                .containsExactly("/none/me/project/src", "/none/me/project");
        assertThat(ProjectPaths.of(Path.of("/none/me"), Path.of("/none/me"))).containsExactly("/none/me");
        assertThat(ProjectPaths.of(Path.of("/"), Path.of("/none"))).containsExactly("/");
    }

    @Test
    void aLinkCountsAsWhatItPointsAtToo(@TempDir Path directory) throws IOException {
        Path real = Files.createDirectory(directory.toRealPath().resolve("real"));
        Path link = Files.createSymbolicLink(directory.resolve("link"), real);
        assertThat(ProjectPaths.of(link, Path.of("/none"))).startsWith(link.toString(), real.toString());
    }
}
