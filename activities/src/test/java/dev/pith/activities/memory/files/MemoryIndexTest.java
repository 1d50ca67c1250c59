package dev.pith.activities.memory.files;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.pith.activities.memory.Memories;
import dev.pith.activities.memory.MemoryKind;
import dev.pith.activities.store.Database;
import dev.pith.activities.store.StoreSettings;
import dev.pith.activities.testing.PostgresExtension;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The index: bounded, up to date, and only between its markers. */
@Tag("servers")
class MemoryIndexTest {

    @RegisterExtension
    final PostgresExtension postgres = new PostgresExtension();

    @TempDir
    Path directory;

    private Database database;
    private RememberingHome home;

    @BeforeEach
    void open() {
        database = Database.open(new StoreSettings(postgres.jdbcUrl(), null, null, 4));
        home = new RememberingHome(database, directory);
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void isBoundedAndLeavesRoomForEveryKind() throws IOException {
        String wide = "\u4e2d\u6587".repeat(200);
        for (MemoryKind kind : MemoryKind.values()) {
            IntStream.range(0, 150).forEach(i -> home.remember(RememberingHome.DAY, kind, kind + " " + i + " " + wide));
        }
        String oldest = home.remember(RememberingHome.DAY.minusYears(1), MemoryKind.CONSTRAINT, "Never paint it red.");
        database.transact(handle ->
                handle.execute("update memory set kind = 'fact' where kind = 'constraint' and id <> ?", oldest));
        home.keep();

        assertThat(index().lines().count()).isLessThan(200);
        assertThat(index().getBytes(UTF_8)).hasSizeLessThan(25_000);
        assertThat(index())
                .contains("- Never paint it red. (a person, [2025-03-01](2025-03-01.md))")
                .contains("## Preferences\n\n- PREFERENCE", "## Decisions\n\n- DECISION", "## Open ends\n\n- OPEN")
                .contains("## Facts\n\n- ", "older ones: pith memory list --kind fact");
    }

    @Test
    void followsEditsSupersessionAndForgetting() throws IOException {
        String harbor = home.remember("The harbor opens at five.");
        String boats = home.remember("Boats are painted in May.");
        String nets = home.remember("Nets are mended on Sunday.");
        home.keep();
        assertThat(index()).contains("opens at five", "painted in May", "mended on Sunday");

        home.edit("five", "six");
        home.keep();
        assertThat(index()).contains("opens at six").doesNotContain("five");

        database.table(Memories.class).supersede(boats, harbor);
        database.table(Memories.class).forget(nets);
        home.folder.catchUp();
        assertThat(index()).contains("opens at six").doesNotContain("May", "Sunday");
    }

    @Test
    void isMadeUpToDateWhereACrashCameBeforeIt() throws IOException {
        home.remember("The harbor opens at five.");
        home.keep();
        Files.writeString(directory.resolve("MEMORY.md"), index().replace("five", "four"));
        home.keep();

        assertThat(index()).contains("five").doesNotContain("four");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r\n"})
    void leavesWhatStandsOutsideItsMarkers(String lineEnd) throws IOException {
        String mine = "# Mine" + lineEnd + lineEnd + "above   ";
        Files.writeString(directory.resolve("MEMORY.md"), mine);
        home.keep();
        Files.writeString(directory.resolve("MEMORY.md"), index() + "below");
        home.remember("The harbor <!-- /pith:index --> opens at five.");
        home.keep();
        home.remember("Boats are painted in May.");
        home.keep();

        assertThat(index()).startsWith(mine + lineEnd + lineEnd + "<!-- pith:index -->" + lineEnd);
        assertThat(index())
                .endsWith(lineEnd + "<!-- /pith:index -->" + lineEnd + "below")
                .contains("May");
        assertThat(index().replace("\r\n", "")).doesNotContain(lineEnd.equals("\n") ? "\r" : "\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<!-- pith:index -->\nx",
                "x\n<!-- /pith:index -->\n",
                "<!-- /pith:index -->\n<!-- pith:index -->\n",
                "<!-- pith:index -->\n<!-- pith:index -->\n<!-- /pith:index -->\n"
            })
    void damagedMarkersAreToldOf(String text) throws IOException {
        home.remember("The harbor opens at five.");
        Files.writeString(directory.resolve("MEMORY.md"), text);

        assertThat(home.folder.keep().problems()).singleElement().asString().contains("MEMORY.md must have", "mend");
        assertThat(index()).isEqualTo(text);
        assertThat(home.file()).content().contains("five");

        assertThat(home.folder.rebuild().problems()).singleElement().asString().contains("MEMORY.md.damaged-1");
        assertThat(index()).contains("five");
    }

    private String index() throws IOException {
        return Files.readString(directory.resolve("MEMORY.md"));
    }
}
