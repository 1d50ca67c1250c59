package dev.pith.activities.memory.files;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.pith.activities.memory.MemoryState;
import dev.pith.activities.store.Database;
import dev.pith.activities.store.StoreSettings;
import dev.pith.activities.testing.PostgresExtension;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Somebody writes a file at the moment at which it is kept up. */
@Tag("servers")
class EditorsAtWorkTest {

    @RegisterExtension
    final PostgresExtension postgres = new PostgresExtension();

    @TempDir
    Path directory;

    private Database database;
    private RememberingHome home;
    private String first;
    private String last;

    @BeforeEach
    void show() {
        database = Database.open(new StoreSettings(postgres.jdbcUrl(), null, null, 4));
        home = new RememberingHome(database, directory);
        first = home.remember("The harbor opens at five.");
        last = home.remember("Boats are painted in May.");
        home.keep();
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void whatSomebodyWroteSinceTheReadingIsNotReplaced() throws Exception {
        TextFile read = TextFile.read(home.file());
        home.edit("five", "six");
        String edited = home.text();

        assertThat(read.replace("other")).isFalse();
        assertThat(home.text()).isEqualTo(edited);
        assertThat(TextFile.read(home.file()).replace("other")).isTrue();
        assertThat(home.text()).isEqualTo("other");
        assertThat(home.names()).containsExactly(".pith-memory", "2026-03-01.md", "MEMORY.md");
    }

    @Test
    void aFileThatIsJustBeingWrittenInPlaceIsWaitedFor() throws Exception {
        byte[] edited = home.text().replace("five", "six").getBytes(UTF_8);
        String later = home.remember("Nets are mended on Sunday.");
        CompletableFuture<Kept> kept;
        try (OutputStream editor = Files.newOutputStream(home.file(), StandardOpenOption.TRUNCATE_EXISTING)) {
            kept = CompletableFuture.supplyAsync(home::keep);
            for (int at = 0; at < edited.length; at += 40) {
                editor.write(edited, at, Math.min(40, edited.length - at));
                Thread.sleep(60);
            }
        }

        assertThat(kept.join()).satisfies(done -> {
            assertThat(done.forgotten()).isZero();
            assertThat(done.edited()).isEqualTo(1);
            assertThat(done.written()).isEqualTo(1);
        });
        assertThat(home.memory(first).text()).isEqualTo("The harbor opens at six.");
        assertThat(home.blocks(RememberingHome.DAY)).containsExactly(first, last, later);
    }

    @Test
    void aFileThatNeverComesToRestIsToldOfAndNotPutAside() throws Exception {
        AtomicBoolean done = new AtomicBoolean();
        CompletableFuture<Void> writer = CompletableFuture.runAsync(() -> {
            for (int line = 0; !done.get(); line++) {
                append("line " + line + ": <!-- pith:unfinished -->\n");
            }
        });
        try {
            append("<<<<<<< HEAD\n");
            assertThat(home.folder.rebuild().problems())
                    .singleElement()
                    .asString()
                    .contains("somebody else writes " + home.file(), "End that program");
        } finally {
            done.set(true);
            writer.join();
        }
        assertThat(home.names()).containsExactly(".pith-memory", "2026-03-01.md", "MEMORY.md");
    }

    private void append(String line) {
        try {
            Files.writeString(home.file(), line, StandardOpenOption.APPEND);
            Thread.sleep(50);
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void anEditorThatNeverSawTheLatestBlocksDoesNotRemoveThem() throws Exception {
        String opened = home.text();
        String nets = home.remember("Nets are mended on Sunday.");
        home.keep();
        home.write(opened.replace("five", "six"));

        assertThat(home.keep()).isEqualTo(new Kept(1, 1, 0, List.of()));
        assertThat(home.blocks(RememberingHome.DAY)).containsExactly(first, last, nets);
        assertThat(home.memory(first).text()).isEqualTo("The harbor opens at six.");
        home.edit(home.block(nets), "");
        assertThat(home.keep().forgotten()).isEqualTo(1);
    }

    @Test
    void anEditorThatSavesAgainAndAgainLosesNothing() throws Exception {
        CompletableFuture<Void> remembering = CompletableFuture.runAsync(() -> {
            for (int i = 0; i < 12; i++) {
                home.remember("Boat number " + i + " is at berth " + i + ".");
                // On a slow disk the editor may never let go for long enough; then a later look does it.
                assertThat(home.folder.keep().problems()).allMatch(problem -> problem.contains("somebody else writes"));
            }
        });
        int saved = 0;
        while (!remembering.isDone()) {
            String read = home.text();
            Path beside =
                    Files.writeString(directory.resolve("editor~"), read.replaceFirst("harbor.*", "harbor " + saved));
            if (read.equals(home.text())) {
                Files.move(beside, home.file(), StandardCopyOption.ATOMIC_MOVE);
                saved++;
            }
            Thread.sleep(100 + 97 * (saved % 6));
        }
        remembering.join();
        home.keep();

        assertThat(home.blocks(RememberingHome.DAY)).hasSize(14).doesNotHaveDuplicates();
        assertThat(home.memory(last).state()).isEqualTo(MemoryState.ACTIVE);
        assertThat(home.memory(first).text()).startsWith("The harbor ");
        assertThat(home.text()).contains("- **Fact:** " + home.memory(first).text() + "\n");
    }
}
