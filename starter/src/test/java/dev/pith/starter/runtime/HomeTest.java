package dev.pith.starter.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HomeTest {

    @TempDir
    Path directory;

    @Test
    void aHomeThatPithMakesIsClosed() throws IOException {
        Home home = new Home(directory.resolve("new")).create();
        assertThat(rights(home)).isEqualTo("rwx------");
        assertThat(home.tighten()).isEmpty();
    }

    @Test
    void aHomeThatWasOpenIsClosedAndToldOnce() throws IOException {
        Path open = Files.createDirectory(directory.resolve("open"));
        Files.setPosixFilePermissions(open, PosixFilePermissions.fromString("rwxr-xr-x"));
        Home home = new Home(open).create();
        assertThat(home.tighten())
                .contains("The home " + open + " was open to others (rwxr-xr-x): now only its owner can enter");
        assertThat(rights(home)).isEqualTo("rwx------");
        assertThat(home.tighten()).isEmpty();
    }

    private static String rights(Home home) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(home.root()));
    }
}
