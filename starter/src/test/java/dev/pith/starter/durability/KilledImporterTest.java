package dev.pith.starter.durability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.pith.activities.store.Database;
import dev.pith.starter.cli.Result;
import dev.pith.starter.engine.Engine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A backfill whose command is killed while it imports. One of its files is broken. */
@Tag("servers")
class KilledImporterTest {

    private static final int FILES = 80;

    @TempDir
    Path directory;

    @Test
    void itSaysThatTheImportIsIncompleteAndTheSameCommandReadsTheRest() throws Exception {
        try (CommandHome home = new CommandHome(directory.resolve("home"));
                Engine engine = home.store()) {
            String folder = killedAmongItsFiles(home, engine.database());
            silentFor(engine.database(), Duration.ofMinutes(2));
            Result watch = home.typed("backfill", "watch", "killed");
            assertThat(watch.code()).as(watch.output()).isEqualTo(3);
            assertThat(watch.output())
                    .contains("import incomplete: ")
                    .contains("the same command again reads the rest");
            assertThat(items(engine.database())).isLessThan(FILES);

            Result again = home.typed(start(folder));
            assertThat(again.code()).as(again.output()).isEqualTo(3);
            assertThat(again.output())
                    .contains(" skipped", " compacted", "1  failed")
                    .doesNotContain("incomplete");
            assertAll(engine.database());
        }
    }

    @Test
    void theSameCommandGoesOnWithWhatAnotherOneLeft() throws Exception {
        try (CommandHome home = new CommandHome(directory.resolve("home"));
                Engine engine = home.store()) {
            String folder = killedAmongItsFiles(home, engine.database());
            silentFor(engine.database(), Duration.ofSeconds(25));
            Result again = home.typed(start(folder));

            assertThat(again.code()).as(again.output()).isEqualTo(3);
            assertThat(again.output()).contains("is running already").contains("1  failed");
            assertAll(engine.database());
        }
    }

    private String killedAmongItsFiles(CommandHome home, Database database) throws Exception {
        String folder = sessions();
        PithProcess command = home.pith(start(folder));
        await().pollInterval(Duration.ofMillis(10))
                .atMost(Duration.ofSeconds(40))
                .until(() -> items(database) > 5 || !command.isAlive());
        command.kill();
        assertThat(items(database)).describedAs(command.output()).isBetween(5L, FILES - 1L);
        return folder;
    }

    private static void assertAll(Database database) {
        assertThat(items(database)).isEqualTo(FILES);
        assertThat(number(database, "select count(distinct source) from backfill_item"))
                .isEqualTo(FILES);
        assertThat(number(database, "select count(*) from conversation where gist is not null"))
                .isEqualTo(number(database, "select count(*) from conversation"));
        assertThat(number(database, "select count(*) from backfill_item where state <> 'ended'"))
                .isZero();
    }

    /** As time would have it. */
    private static void silentFor(Database database, Duration time) {
        database.transact(handle -> handle.execute(
                "update backfill set importer_seen = now() - ? * interval '1 second'", time.toSeconds()));
    }

    private static String[] start(String folder) {
        return new String[] {"backfill", folder, "--name=killed", "--flush=off"};
    }

    private static long items(Database database) {
        return number(database, "select count(*) from backfill_item");
    }

    private static long number(Database database, String sql) {
        return database.transact(handle -> handle.select(sql).mapTo(Long.class).one());
    }

    private String sessions() throws IOException {
        Path folder = Files.createDirectories(directory.resolve("sessions"));
        for (int number = 0; number < FILES; number++) {
            Path file = folder.resolve("s%03d.jsonl".formatted(number));
            Files.writeString(file, number == 0 ? "{\"half a line" : """
                    {"role":"user","content":"Request of s%1$d!"}
                    {"role":"assistant","content":"Finding %1$d is that the tide was late."}
                    """.formatted(number));
        }
        return folder.toString();
    }
}
