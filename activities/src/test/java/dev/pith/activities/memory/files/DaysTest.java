package dev.pith.activities.memory.files;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pith.activities.memory.MemoryKind;
import dev.pith.activities.store.Database;
import dev.pith.activities.testing.PostgresExtension;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.TimeZone;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** A memory's day is a date, whatever the clock of whoever reads and writes it says. */
class DaysTest {

    @RegisterExtension
    final PostgresExtension postgres = new PostgresExtension();

    @TempDir
    Path directory;

    private final TimeZone usual = TimeZone.getDefault();

    @AfterEach
    void restore() {
        TimeZone.setDefault(usual);
    }

    @Test
    void staysWhereItIsInEveryTimeZone() throws Exception {
        LocalDate day = LocalDate.of(2026, 3, 29);
        List<String> names = List.of(".pith-memory", day + ".md", "MEMORY.md");
        String text = null;
        for (String zone : List.of("UTC", "Pacific/Kiritimati", "Etc/GMT+12", "Europe/Berlin", "Asia/Kathmandu")) {
            TimeZone.setDefault(TimeZone.getTimeZone(zone));
            try (Database database = Database.open(postgres.dataSource())) {
                RememberingHome home = new RememberingHome(database, directory);
                String id = home.remember(day, MemoryKind.FACT, "Said in " + zone + ".");
                assertThat(home.keep()).isEqualTo(Kept.written(1));
                assertThat(home.memory(id).day()).isEqualTo(day);
                assertThat(home.names()).isEqualTo(names);
                assertThat(Files.readString(home.file(day))).startsWith(text == null ? "#" : text);
                text = Files.readString(home.file(day));
            }
        }
    }
}
