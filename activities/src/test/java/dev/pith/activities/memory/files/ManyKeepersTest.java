package dev.pith.activities.memory.files;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.pith.activities.memory.MemoryBlocks;
import dev.pith.activities.memory.MemoryKind;
import dev.pith.activities.memory.MemoryState;
import dev.pith.activities.store.Database;
import dev.pith.activities.store.StoreSettings;
import dev.pith.activities.testing.PostgresExtension;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Whoever keeps the folder up at the same time, and whoever is killed while doing so: each memory stands there once. */
@Tag("servers")
class ManyKeepersTest {

    private static final int DAYS = 5;

    @RegisterExtension
    final PostgresExtension postgres = new PostgresExtension();

    @TempDir
    Path directory;

    private Database database;
    private RememberingHome home;
    private final List<String> remembered = new ArrayList<>();

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
    void threadsAndProcessesTogether() throws Exception {
        List<Process> others = List.of(
                KeeperProcess.start("", postgres.jdbcUrl(), directory, 25),
                KeeperProcess.start("", postgres.jdbcUrl(), directory, 25));
        try {
            List<CompletableFuture<Void>> threads = IntStream.range(0, 2)
                    .mapToObj(i -> CompletableFuture.runAsync(() -> IntStream.range(0, 15)
                            .mapToObj(time -> new MemoryFolder(database, directory).keep())
                            .forEach(kept -> assertThat(kept.problems()).isEmpty())))
                    .toList();
            for (int i = 0; i < 60; i++) {
                remember(i);
            }
            threads.forEach(CompletableFuture::join);
            for (Process other : others) {
                assertThat(new String(other.getInputStream().readAllBytes(), UTF_8))
                        .endsWith("begins\n");
                assertThat(other.waitFor()).isZero();
            }
        } finally {
            others.forEach(Process::destroyForcibly);
        }
        assertEachOnce();
    }

    @Test
    void aKeeperThatIsKilledAtAnyMoment() throws Exception {
        Random random = new Random(5);
        int killed = 0;
        int halfDone = 0;
        for (int round = 0; round < 6; round++) {
            for (int i = 0; i < 20; i++) {
                remember(round * 20 + i);
            }
            supersede(round * 20);
            String before = written();
            Process keeper = KeeperProcess.start("", postgres.jdbcUrl(), directory, 1);
            while (keeper.isAlive() && written().equals(before)) {
                Thread.sleep(1);
            }
            keeper.waitFor(random.nextInt(30), TimeUnit.MILLISECONDS);
            killed += keeper.isAlive() ? 1 : 0;
            keeper.destroyForcibly().waitFor();
            halfDone +=
                    home.database.table(MemoryBlocks.class).behind(folderId()).isEmpty() ? 0 : 1;
        }
        // Without these it would be no test of what it is named for.
        assertThat(killed).isPositive();
        assertThat(halfDone).isPositive();
        assertEachOnce();
    }

    @Test
    void aCrashBetweenTheFileAndTheRows() throws Exception {
        for (int i = 0; i < 20; i++) {
            remember(i);
        }
        home.keep();
        supersede(0);
        home.keep();
        home.forgetWhatIsShown();
        supersede(5);
        assertEachOnce();

        database.transact(handle -> handle.execute("update memory_block set hash = 'before', state = 'active'"));
        assertEachOnce();
    }

    /** What stands in the folder, as far as it matters when a process begins to write. */
    private String written() throws IOException {
        StringBuilder sizes = new StringBuilder();
        for (int day = 0; day < DAYS; day++) {
            Path file = home.file(RememberingHome.DAY.plusDays(day));
            sizes.append(Files.exists(file) ? Files.size(file) : 0).append(' ');
        }
        return sizes.toString();
    }

    private String folderId() throws IOException {
        return Files.readAllLines(directory.resolve(".pith-memory")).get(0).replace("folder=", "");
    }

    private void remember(int number) {
        LocalDate day = RememberingHome.DAY.plusDays(number % DAYS);
        remembered.add(home.remember(day, MemoryKind.FACT, "Boat number " + number + " is at berth " + number + "."));
    }

    private void supersede(int number) {
        database.transact(handle -> handle.execute(
                "update memory set state = 'superseded' where text like ?", "Boat number " + number + " %"));
    }

    private void assertEachOnce() throws Exception {
        assertThat(home.folder.keep()).satisfies(kept -> {
            assertThat(kept.problems()).isEmpty();
            assertThat(kept.edited() + kept.forgotten()).isZero();
        });
        assertThat(home.keep().changed()).isFalse();
        List<String> standing = new ArrayList<>();
        for (int day = 0; day < DAYS; day++) {
            standing.addAll(home.blocks(RememberingHome.DAY.plusDays(day)));
            Path file = home.file(RememberingHome.DAY.plusDays(day));
            assertThat(Markers.read(file, Files.readString(file)).ids())
                    .containsExactlyElementsOf(home.blocks(RememberingHome.DAY.plusDays(day)));
        }
        assertThat(remembered)
                .allSatisfy(id -> assertThat(home.memory(id).state()).isIn(MemoryState.ACTIVE, MemoryState.SUPERSEDED));
        // One that was superseded before it was ever shown is not.
        List<String> wanted = remembered.stream()
                .filter(id -> home.memory(id).holds() || standing.contains(id))
                .toList();
        assertThat(standing).containsExactlyInAnyOrderElementsOf(wanted);
        assertThat(home.names()).noneMatch(name -> name.endsWith(".pith-new"));
    }
}
