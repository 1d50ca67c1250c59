package dev.pith.activities.memory.files;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.pith.activities.memory.MemoryState;
import dev.pith.activities.store.Database;
import dev.pith.activities.store.StoreSettings;
import dev.pith.activities.testing.PostgresExtension;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Files that editors, merges and other programs made something else of. */
@Tag("servers")
class DamagedFilesTest {

    @RegisterExtension
    static final PostgresExtension postgres = new PostgresExtension();

    @TempDir
    Path directory;

    private Database database;
    private RememberingHome home;
    private String harbor;

    @BeforeEach
    void show() {
        database = Database.open(new StoreSettings(postgres.jdbcUrl(), null, null, 4));
        database.transact(handle -> handle.execute("truncate conversation, memory_folder cascade"));
        home = new RememberingHome(database, directory);
        harbor = home.remember("The harbor opens at fünf.");
        home.remember("Boats are painted in May.");
        home.keep();
    }

    @AfterEach
    void close() {
        database.close();
    }

    static Stream<Arguments> damages() {
        return Stream.of(
                damage("conflict marker in line 4", text -> text.replaceFirst("(?m)^- ", "<<<<<<< HEAD\n- ")),
                damage("conflict marker", text -> text + "|||||||\n"),
                encoded("not UTF-8", text -> text.getBytes(ISO_8859_1)),
                encoded("not UTF-8", text -> text.getBytes(UTF_16)),
                encoded("not UTF-8", text -> text.getBytes(UTF_16LE)),
                damage("holds zero bytes", text -> text + "\0"),
                damage("CR alone", text -> text.replace('\n', '\r')),
                damage("has no end for the block that begins in line 3", text -> text.replaceFirst("<!-- /.*\n", "")),
                damage(
                        "has no beginning for the block that ends in line 4",
                        text -> text.replaceFirst("<!-- p.*\n", "")),
                damage("has no end", text -> text.substring(0, text.length() - 9)));
    }

    private static Arguments damage(String told, UnaryOperator<String> change) {
        return Arguments.of(told, (Damage) text -> change.apply(text).getBytes(UTF_8));
    }

    private static Arguments encoded(String told, Damage damage) {
        return Arguments.of(told, damage);
    }

    /** What becomes of a file's text. */
    interface Damage {
        byte[] of(String text);
    }

    @ParameterizedTest
    @MethodSource("damages")
    void isToldOfAndLeftAsItIsUntilItIsMended(String told, Damage damage) throws IOException {
        String well = home.text();
        byte[] damaged = damage.of(well);
        Files.write(home.file(), damaged);
        String later = home.remember("Nets are mended on Sunday.");

        assertThat(home.folder.keep().problems()).singleElement().asString().contains(home.file() + " ", told, ": ");
        assertThat(home.folder.catchUp().problems()).hasSize(1);
        assertThat(home.file()).hasBinaryContent(damaged);
        assertThat(home.memory(harbor).state()).isEqualTo(MemoryState.ACTIVE);
        assertThat(directory.resolve("MEMORY.md")).content().contains("Nets are mended");

        home.write(well);
        assertThat(home.keep()).isEqualTo(Kept.written(1));
        assertThat(home.text()).startsWith(well).contains("pith:" + later);
    }

    @ParameterizedTest
    @MethodSource("damages")
    void isPutAsideWhereTheFilesAreRebuilt(String told, Damage damage) throws IOException {
        String well = home.text();
        byte[] damaged = damage.of(well);
        Files.write(home.file(), damaged);

        Kept kept = home.folder.rebuild();
        assertThat(kept.problems()).singleElement().asString().contains(told, "put aside as 2026-03-01.md.damaged-1");
        assertThat(kept.written()).isEqualTo(2);
        assertThat(home.text()).isEqualTo(well);
        assertThat(directory.resolve("2026-03-01.md.damaged-1")).hasBinaryContent(damaged);
        assertThat(home.folder.rebuild().problems()).isEmpty();
    }

    @Test
    void windowsLineEndsAndMarksAreKept() throws IOException {
        String windows = "\ufeff" + home.text().replace("\n", "\r\n");
        home.write(windows);
        assertThat(home.keep().changed()).isFalse();

        home.edit("fünf.\r\n", "sechs\r\n  oder sieben.\r\n");
        assertThat(home.keep().edited()).isEqualTo(1);
        assertThat(home.memory(harbor).text()).isEqualTo("The harbor opens at sechs\noder sieben.");

        home.remember("Nets are mended on Sunday.");
        home.keep();
        assertThat(home.text())
                .startsWith("\ufeff# Memories")
                .doesNotContainPattern("[^\r]\n")
                .contains("Nets");
        assertThat(home.keep().changed()).isFalse();
    }

    @Test
    void oneLineEndOfAnotherKindChangesNoOther() throws IOException {
        String mixed = home.text().replaceFirst("\n", "\r\n");
        home.write(mixed);
        home.remember("Nets are mended on Sunday.");
        home.keep();

        assertThat(home.text()).startsWith(mixed);
    }

    @Test
    void blocksOfOthersAreText() throws IOException {
        String foreign = "<!-- pith:zzzzzzzzzzzzzzzz of another store -->\n- kept\n<!-- /pith:zzzzzzzzzzzzzzzz -->\n";
        home.write(home.text() + foreign);

        assertThat(home.keep().changed()).isFalse();
        home.remember("Nets are mended on Sunday.");
        home.keep();
        assertThat(home.text()).contains(foreign);
    }

    @Test
    void noFileAtAllInItsPlace() throws IOException {
        Files.delete(home.file());
        Files.createDirectories(home.file());
        assertThat(home.folder.keep().problems()).singleElement().asString().contains("is no file", "move it");

        Files.delete(home.file());
        Files.createSymbolicLink(home.file(), directory.resolve("none"));
        assertThat(home.folder.keep().problems()).singleElement().asString().contains("is a link to nothing");

        Files.delete(home.file());
        assertThat(home.keep()).isEqualTo(Kept.written(2));
    }
}
