package dev.pith.activities.memory.files;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.pith.activities.memory.MemoryFolders;
import dev.pith.activities.store.Database;
import dev.pith.activities.store.StoreSettings;
import dev.pith.activities.testing.PostgresExtension;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.jdbi.v3.core.JdbiException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Folders that cannot be written: told with the folder, the reason and the cure; caught up when that is mended. */
@Tag("servers")
class BadFoldersTest {

    @RegisterExtension
    final PostgresExtension postgres = new PostgresExtension();

    @RegisterExtension
    final PostgresExtension other = new PostgresExtension();

    @TempDir
    Path parent;

    private Path directory;
    private Database database;
    private RememberingHome home;

    @BeforeEach
    void remember() {
        directory = parent.resolve("a/memory");
        database = Database.open(new StoreSettings(postgres.jdbcUrl(), null, null, 4));
        home = new RememberingHome(database, directory);
        home.remember("The harbor opens at five.");
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void oneThatNeverWasIsCreatedAndOneThatIsGoneIsNot() throws IOException {
        home.keep();
        String text = home.text();
        Path elsewhere = parent.resolve("unmounted");
        Files.move(directory, elsewhere);
        home.remember("Boats are painted in May.");

        assertToldOf("memory is gone: mount it, or create it empty");
        assertThat(directory).doesNotExist();

        Files.move(elsewhere, directory);
        assertThat(home.keep()).isEqualTo(Kept.written(1));
        assertThat(home.text()).startsWith(text);
        assertThat(database.table(MemoryFolders.class).all())
                .singleElement()
                .satisfies(folder -> assertThat(folder.error()).isNull());
    }

    /** A store that fails while a folder is opened leaves no lock of this process behind. */
    @Test
    void oneWhoseStoreFailedIsKeptWhenTheStoreIsBack() throws IOException {
        Files.createDirectories(directory);
        rename("memory_folder", "memory_folder_away");
        assertThatThrownBy(home::keep).isInstanceOf(JdbiException.class);
        rename("memory_folder_away", "memory_folder");

        assertThat(home.keep()).isEqualTo(Kept.written(1));
    }

    private void rename(String table, String name) {
        database.transact(handle -> handle.execute("alter table " + table + " rename to " + name));
    }

    @Test
    void oneThatWasLostForGoodIsWrittenAgain() throws IOException {
        home.keep();
        String text = home.text();
        Files.move(directory, parent.resolve("lost"));
        assertToldOf("is gone");
        Files.createDirectory(directory);

        home.keep();
        assertThat(home.text()).isEqualTo(text);
    }

    @Test
    void aFileInItsPlace() throws IOException {
        Files.createDirectories(directory.getParent());
        Files.writeString(directory, "mine");
        assertToldOf("is not a folder: move it out of the way, or choose another memory_dir");
        assertThat(directory).hasContent("mine");

        Files.delete(directory);
        assertThat(home.keep()).isEqualTo(Kept.written(1));
    }

    @Test
    void aPlaceWhereNobodyMayWrite() {
        RememberingHome denied = new RememberingHome(database, Path.of("/proc/pith-memory"));
        assumeTrue(Files.isDirectory(Path.of("/proc/self"))); // Only Linux has a folder where even root may not write.

        assertThat(denied.folder.keep().problems())
                .singleElement()
                .asString()
                .contains("memory folder /proc/pith-memory cannot be kept up: ", "memory_dir");
    }

    @Test
    void aDiskThatIsFullLeavesTheOldFilesWhole() throws Exception {
        home.keep();
        String text = home.text();
        String large = home.remember("long ".repeat(4_000) + "text");

        // A shell counts in blocks of 512 bytes or 1 KB: enough for what is small.
        Process limited = KeeperProcess.start("ulimit -f 10; ", postgres.jdbcUrl(), directory, 1);
        assertThat(new String(limited.getInputStream().readAllBytes(), UTF_8))
                .contains("memory folder " + directory + " cannot be kept up: ", "too large", "Make room there");
        assertThat(limited.waitFor()).isZero();
        assertThat(home.text()).isEqualTo(text);
        assertThat(home.names()).containsExactly(".pith-memory", "2026-03-01.md", "MEMORY.md");

        assertThat(home.keep()).isEqualTo(Kept.written(1));
        assertThat(home.text()).startsWith(text).contains("pith:" + large);
    }

    @Test
    void whatKilledProcessesLeftIsTakenAway() throws IOException {
        home.keep();
        Files.writeString(directory.resolve(".2026-03-01.md.pith-new"), "half");
        home.keep();

        assertThat(home.names()).containsExactly(".pith-memory", "2026-03-01.md", "MEMORY.md");
    }

    @Test
    void anotherStoresFolderIsRefused() throws IOException {
        home.keep();
        String text = home.text();
        try (Database second = Database.open(other.dataSource())) {
            RememberingHome foreign = new RememberingHome(second, directory);
            foreign.remember("Something else.");

            assertThat(foreign.folder.keep().problems())
                    .singleElement()
                    .asString()
                    .contains(directory + " holds the memories of another store", "choose another memory_dir");
            assertThat(foreign.folder.rebuild().problems()).hasSize(1);
        }
        assertThat(home.text()).isEqualTo(text);
    }

    @Test
    void aDamagedMarkerIsToldOf() throws IOException {
        home.keep();
        Files.writeString(directory.resolve(".pith-memory"), "<<<<<<< \\u12");
        assertToldOf(".pith-memory is damaged: delete it");
        Files.delete(directory.resolve(".pith-memory"));

        assertThat(home.keep().changed()).isFalse();
    }

    @Test
    void aMovedFolderIsTheSame() throws IOException {
        home.keep();
        Path moved = Files.move(directory, parent.resolve("moved"));
        RememberingHome there = new RememberingHome(database, moved);
        there.edit(there.block(there.blocks(RememberingHome.DAY).get(0)), "");

        assertThat(there.keep().forgotten()).isEqualTo(1);
    }

    @Test
    void linksAndPermissionsAreKept() throws IOException {
        home.keep();
        Path real = Files.move(home.file(), parent.resolve("real.md"));
        Files.setPosixFilePermissions(real, PosixFilePermissions.fromString("rw-r-----"));
        Files.createSymbolicLink(home.file(), real);
        String id = home.remember("Boats are painted in May.");
        home.keep();

        assertThat(home.file()).isSymbolicLink();
        assertThat(real).content().contains("pith:" + id);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(real)))
                .isEqualTo("rw-r-----");
    }

    private void assertToldOf(String words) {
        Kept kept = home.folder.keep();
        assertThat(kept.problems()).singleElement().asString().contains(directory.toString(), words);
        assertThat(kept.changed()).isFalse();
    }
}
