package dev.pith.starter.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.pith.activities.conversation.Origin;
import dev.pith.activities.memory.Memories;
import dev.pith.activities.memory.Memory;
import dev.pith.activities.memory.MemoryKind;
import dev.pith.activities.memory.MemoryState;
import dev.pith.activities.memory.files.MemoryFolder;
import dev.pith.activities.store.Database;
import dev.pith.activities.testing.Messages;
import dev.pith.activities.testing.Patience;
import dev.pith.activities.testing.PostgresExtension;
import dev.pith.activities.testing.StoredConversation;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** What a worker does for its folder beside its work. */
@Tag("servers")
class MemoryFileSyncTest {

    private static final LocalDate DAY = LocalDate.of(2026, 3, 1);

    @RegisterExtension
    static final PostgresExtension postgres = new PostgresExtension();

    @TempDir
    Path directory;

    @Test
    void writesWhatAnybodyRemembersWithinSecondsAndTheLastBeforeItEnds() throws Exception {
        Path file = directory.resolve(DAY + ".md");
        try (Database database = Database.open(postgres.dataSource())) {
            String conversation = StoredConversation.store(
                            database, Messages.session("s"), List.of(Messages.person("p", null, "Hello.")))
                    .conversation();
            try (MemoryFileSync fileSync = MemoryFileSync.of(new MemoryFolder(database, directory))) {
                assertThat(fileSync).isNotNull();
                await().atMost(Patience.LONG).until(() -> Files.exists(directory.resolve("MEMORY.md")));
                remember(database, conversation, "first000");
                await().atMost(Patience.LONG).until(() -> Files.exists(file));
                remember(database, conversation, "last0000");
            }
            assertThat(file).content().contains("pith:first000", "pith:last0000");
        }
    }

    private static void remember(Database database, String conversation, String id) {
        Memory memory = new Memory(
                id,
                conversation,
                null,
                1,
                1,
                DAY,
                MemoryKind.FACT,
                Origin.PERSON,
                null,
                "The harbor opens at five, says " + id + ".",
                MemoryState.ACTIVE,
                null,
                1,
                DAY,
                Instant.now());
        database.table(Memories.class).insert(memory, new String[] {"harbor"}, id);
    }
}
