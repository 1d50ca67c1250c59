package dev.pith.starter.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("servers")
class ChecksTest {

    private static final StackOptions BOTH = StackOptions.both("test", TestTemporal.source());

    @TempDir
    Path directory;

    Home home;

    @BeforeEach
    void makeHome() throws IOException {
        home = TestHome.in(directory);
    }

    @AfterEach
    void stopServers() throws IOException {
        TestHome.leave(home);
    }

    @Test
    void aSoundMachineIsWell() {
        assertThat(new MachineChecks(home, BOTH, StartupProgress.SILENT).all())
                .hasSize(6)
                .allMatch(Check::ok);
    }

    @Test
    void anOpenHomeAndAMissingTemporalHaveACure() throws IOException {
        Files.setPosixFilePermissions(home.root(), PosixFilePermissions.fromString("rwxr-xr-x"));
        TemporalSource none = progress -> TemporalProgram.missing("nowhere").orCure("Install it");
        List<Check> checks = new MachineChecks(home, BOTH.withSource(none), StartupProgress.SILENT).all();
        assertThat(checks)
                .filteredOn(check -> !check.ok())
                .extracting(Check::name)
                .containsExactly("Home", "Temporal binary");
        assertThat(checks)
                .filteredOn(check -> !check.ok())
                .allSatisfy(check -> assertThat(check.cure()).isNotBlank());
    }

    @Test
    void runningServersAreWell() {
        try (EmbeddedStack stack = EmbeddedStack.acquire(home, BOTH, StartupProgress.SILENT)) {
            assertThat(new ServerChecks(stack, BOTH).all())
                    .allMatch(Check::ok)
                    .extracting(Check::detail)
                    .anyMatch(detail -> detail.contains("fsync on"))
                    .anyMatch(detail -> detail.contains("UI at http://127.0.0.1:"));
        }
    }
}
