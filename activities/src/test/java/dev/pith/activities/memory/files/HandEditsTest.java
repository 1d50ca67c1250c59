package dev.pith.activities.memory.files;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pith.activities.memory.Memories;
import dev.pith.activities.memory.MemoryState;
import dev.pith.activities.store.Database;
import dev.pith.activities.store.StoreSettings;
import dev.pith.activities.testing.PostgresExtension;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What somebody does to blocks reaches the rows, and stays in the file in the form that it was given. */
@Tag("servers")
class HandEditsTest {

    private static final String HARBOR = "The harbor opens at five.";

    @RegisterExtension
    final PostgresExtension postgres = new PostgresExtension();

    @TempDir
    Path directory;

    private Database database;
    private RememberingHome home;
    private String harbor;
    private String boats;

    @BeforeEach
    void show() {
        database = Database.open(new StoreSettings(postgres.jdbcUrl(), null, null, 4));
        home = new RememberingHome(database, directory);
        harbor = home.remember(HARBOR);
        boats = home.remember("Boats are painted in May.");
        assertThat(home.keep()).isEqualTo(Kept.written(2));
    }

    @AfterEach
    void close() {
        database.close();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "- **Fact:** The harbor opens at six. | The harbor opens at six.",
                "- The harbor opens at five. | The harbor opens at five.",
                "The harbor opens at six. | The harbor opens at six.",
                "* **Fact:** `harbor` opens **at six**, see [tides](tides.md). | `harbor` opens **at six**, see [tides](tides.md).",
                "- **Note:** it opens at six | **Note:** it opens at six",
                "- The harbor:\\n  1. opens at six\\n  2. closes at nine | The harbor:\\n1. opens at six\\n2. closes at nine",
                "- Opens:\\n\\n      at six\\n\\nand closes | Opens:\\n\\n    at six\\n\\nand closes",
                "- **Fact:** opens <!-- I think --> at six | opens <!-- I think --> at six",
            })
    void anEditIsTakenOverAndKeepsItsForm(String body, String text) throws IOException {
        home.edit("- **Fact:** " + HARBOR, body.replace("\\n", "\n"));

        assertThat(home.keep()).isEqualTo(new Kept(0, 1, 0, List.of()));
        assertThat(home.memory(harbor).state()).isEqualTo(MemoryState.EDITED);
        assertThat(home.memory(harbor).text()).isEqualTo(text.replace("\\n", "\n"));

        String edited = home.block(harbor);
        assertThat(edited).contains(body.replace("\\n", "\n"));
        home.remember("Nets are mended on Sunday.");
        assertThat(home.keep()).isEqualTo(Kept.written(1));
        assertThat(home.block(harbor)).isEqualTo(edited);
        assertThat(home.keep().changed()).isFalse();
    }

    @Test
    void blanksAtTheEndsOfLinesAreNoEdit() throws IOException {
        home.edit(HARBOR, HARBOR + "   ");

        assertThat(home.keep().changed()).isFalse();
        assertThat(home.memory(harbor).state()).isEqualTo(MemoryState.ACTIVE);
    }

    @Test
    void blocksMayMoveAndTextMayStandBetweenThem() throws IOException {
        String other = "# My own title\n\n" + home.block(boats) + "what I think\n\n\n> of boats\n" + home.block(harbor)
                + "the end, without a line end";
        home.write(other);

        assertThat(home.keep().changed()).isFalse();
        String nets = home.remember("Nets are mended on Sunday.");
        home.keep();
        assertThat(home.text()).startsWith(other + "\n\n<!-- pith:" + nets);
        assertThat(home.blocks(RememberingHome.DAY)).containsExactly(boats, harbor, nets);
    }

    @Test
    void aBlockMayBeIndented() throws IOException {
        home.write(home.text().replaceAll("(?m)^(?=<!-- |- )", "    "));

        assertThat(home.keep().forgotten()).isZero();
        assertThat(home.memory(harbor).text()).isEqualTo(HARBOR);
    }

    @Test
    void ofTwoBlocksWithOneIdTheFirstCounts() throws IOException {
        String copy = home.block(harbor).replace("five", "seven");
        home.write(home.text() + "\n" + copy);

        assertThat(home.keep().changed()).isFalse();
        assertThat(home.text()).endsWith(copy);
        home.edit(home.text(), home.text().replaceFirst("five", "six"));
        home.keep();
        assertThat(home.memory(harbor).text()).isEqualTo("The harbor opens at six.");
        assertThat(home.text()).endsWith(copy);
    }

    @Test
    void aRemovedBlockIsForgottenAndOneLeftEmptyIsTakenOut() throws IOException {
        home.edit(home.block(harbor), "");
        home.edit("- **Fact:** Boats are painted in May.\n", "\n");

        assertThat(home.keep().forgotten()).isEqualTo(2);
        assertThat(home.memory(harbor).state()).isEqualTo(MemoryState.FORGOTTEN);
        assertThat(home.memory(boats).state()).isEqualTo(MemoryState.FORGOTTEN);
        assertThat(home.text()).isEqualTo("# Memories of 2026-03-01\n\n\n");
        assertThat(home.keep().changed()).isFalse();
        assertThat(home.folder.rebuild().changed()).isFalse();
    }

    @Test
    void aBlockThatIsPutBackIsRememberedAgain() throws IOException {
        String before = home.text();
        home.edit(home.block(harbor), "");
        home.keep();
        home.write(before);

        assertThat(home.keep().edited()).isEqualTo(1);
        assertThat(home.memory(harbor).state()).isEqualTo(MemoryState.EDITED);
        assertThat(home.memory(harbor).text()).isEqualTo(HARBOR);
        assertThat(home.text()).isEqualTo(before);
    }

    @Test
    void aFileThatIsEmptiedOrDeletedIsWrittenAgain() throws IOException {
        String before = home.text();
        home.write("\n");
        assertThat(home.keep()).isEqualTo(Kept.written(2));
        assertThat(home.text()).isEqualTo(before);

        Files.delete(home.file());
        assertThat(home.keep()).isEqualTo(Kept.written(2));
        assertThat(home.text()).isEqualTo(before);
        assertThat(home.memory(harbor).state()).isEqualTo(MemoryState.ACTIVE);
    }

    @Test
    void aSupersededMemoryIsStruckOutWhereNobodyEditedIt() throws IOException {
        home.edit(HARBOR, "It opens when the tide comes.");
        home.keep();
        String edited = home.block(harbor);
        String later = home.remember("The harbor opens at four, boats are painted in June.");
        database.table(Memories.class).supersede(harbor, later);
        database.table(Memories.class).supersede(boats, later);
        home.keep();

        assertThat(home.block(harbor)).isEqualTo(edited);
        assertThat(home.block(boats)).contains("- ~~**Fact:** Boats are painted in May.~~\n");
        assertThat(home.memory(boats).state()).isEqualTo(MemoryState.SUPERSEDED);
        assertThat(home.keep().changed()).isFalse();
    }

    @Test
    void strikingOutSaysThatItDoesNotHoldAndTakingThatAwayThatItDoes() throws IOException {
        home.edit("**Fact:** " + HARBOR, "~~" + HARBOR + "~~");
        home.keep();
        assertThat(home.memory(harbor).state()).isEqualTo(MemoryState.SUPERSEDED);
        assertThat(home.memory(harbor).text()).isEqualTo(HARBOR);
        assertThat(home.text()).contains("- ~~" + HARBOR + "~~\n");

        home.edit("~~", "");
        home.keep();
        assertThat(home.memory(harbor).state()).isEqualTo(MemoryState.EDITED);
        assertThat(home.memory(harbor).supersededBy()).isNull();
        assertThat(home.text()).contains("- " + HARBOR + "\n");
    }

    @Test
    void forgettingByCommandTakesTheBlockAndItsCopiesOut() throws IOException {
        home.write(home.text() + "mine\n\n" + home.block(harbor));
        database.table(Memories.class).forget(harbor);
        home.keep();

        assertThat(home.blocks(RememberingHome.DAY)).containsExactly(boats);
        assertThat(home.text()).endsWith("mine\n\n").doesNotContain(HARBOR);
        assertThat(home.memory(harbor).state()).isEqualTo(MemoryState.FORGOTTEN);
        assertThat(home.keep().changed()).isFalse();
    }

    @Test
    void anEditThatNobodySawYetWinsOverForgettingByCommand() throws IOException {
        home.edit(HARBOR, "It opens at six.");
        database.table(Memories.class).forget(harbor);
        home.keep();

        assertThat(home.memory(harbor).state()).isEqualTo(MemoryState.EDITED);
        assertThat(home.text()).contains("It opens at six.");
    }

    @Test
    void wordsTooLongForAnIndexAreKeptAsText() throws IOException {
        String text = "key" + "a1b".repeat(100_000) + " and " + "abcdefg".repeat(50_000);
        home.edit(HARBOR, text);

        assertThat(home.keep().edited()).isEqualTo(1);
        assertThat(home.memory(harbor).text()).isEqualTo(text);
    }
}
