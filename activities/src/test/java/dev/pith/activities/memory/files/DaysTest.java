package dev.pith.activities.memory.files;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pith.activities.conversation.NewMessage;
import dev.pith.activities.conversation.Origin;
import dev.pith.activities.conversation.Part;
import dev.pith.activities.conversation.Role;
import dev.pith.activities.memory.Flush;
import dev.pith.activities.memory.Flushes;
import dev.pith.activities.memory.MemoryKind;
import dev.pith.activities.store.Database;
import dev.pith.activities.store.StoreSettings;
import dev.pith.activities.testing.Messages;
import dev.pith.activities.testing.PostgresExtension;
import dev.pith.activities.testing.StoredConversation;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.TimeZone;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;

/** A memory's day is a date, whatever the clock of whoever reads and writes it says. */
@Isolated("it sets the time zone of the whole JVM")
@Tag("servers")
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
            try (Database database = Database.open(new StoreSettings(postgres.jdbcUrl(), null, null, 4))) {
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

    @Test
    void aFlushHasTheDayOfItsLastMessageWhateverTheClockSaysLater() {
        Instant beforeMidnight = Instant.parse("2026-03-28T23:59:59Z");
        for (String zone : List.of("Pacific/Kiritimati", "Etc/GMT+12")) {
            TimeZone.setDefault(TimeZone.getTimeZone(zone));
            try (Database database = Database.open(new StoreSettings(postgres.jdbcUrl(), null, null, 4))) {
                String conversation = StoredConversation.store(
                                database,
                                Messages.session(zone),
                                List.of(said("a", beforeMidnight), said("b", beforeMidnight.plusSeconds(1))))
                        .conversation();
                Flushes flushes = database.table(Flushes.class);
                flushes.request(conversation, 1, null, null);
                flushes.request(conversation, 2, null, null);
                flushes.request(conversation, 2, null, null);

                assertThat(flushes.of(conversation))
                        .extracting(Flush::day)
                        .containsExactly(LocalDate.of(2026, 3, 28), LocalDate.of(2026, 3, 29));
            }
        }
    }

    private static NewMessage said(String uid, Instant when) {
        List<Part> parts = List.of(new Part.Text("Hello, I am " + uid + "."));
        return new NewMessage(uid, null, null, Role.USER, Origin.PERSON, parts, when);
    }
}
