package dev.pith.starter.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pith.starter.runtime.Home;
import dev.pith.starter.runtime.TestHome;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The diagnosis of a home that is well, and of one whose memory files cannot be written. */
@Tag("servers")
class DoctorCommandTest {

    @TempDir
    Path home;

    @Test
    void tellsOfEachPartAndThenOfTheOneThatIsNotWell() throws Exception {
        Home made = TestHome.at(home);
        StringWriter well = new StringWriter();
        assertThat(doctor(well)).as(well.toString()).isZero();
        assertThat(well.toString())
                .contains(
                        "Store and Temporal",
                        "ok    Memory folder",
                        "Sessions: claude-code",
                        home.resolve("memory").toString())
                .doesNotContain("BAD");

        Files.writeString(home.resolve("pith.toml"), "memory_dir = \"notes\"\n");
        Files.writeString(home.resolve("notes"), "a file where a folder is wanted");
        StringWriter bad = new StringWriter();
        assertThat(doctor(bad)).isEqualTo(1);
        assertThat(bad.toString().lines().filter(line -> line.startsWith("BAD")))
                .singleElement()
                .asString()
                .contains("Memory folder", "notes", "choose another memory_dir");
        TestHome.leave(made);
    }

    private int doctor(StringWriter out) {
        PrintWriter printer = new PrintWriter(out, true);
        return Pith.commandLine(printer, printer).execute("doctor", "--home", home.toString());
    }
}
