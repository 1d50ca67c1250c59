package dev.pith.activities.search;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pith.activities.search.BackgroundIndex.Freshness;
import dev.pith.activities.store.Database;
import dev.pith.activities.testing.Messages;
import dev.pith.activities.testing.PostgresExtension;
import dev.pith.activities.testing.StoredConversation;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** A lock on a table stands for an update that takes long. */
@Tag("servers")
@Timeout(60)
class BackgroundIndexTest {

    private static final Duration SHORT = Duration.ofMillis(300);
    private static final Duration LONG = Duration.ofSeconds(40);

    @RegisterExtension
    final PostgresExtension postgres = new PostgresExtension();

    @TempDir
    Path directory;

    private Database database;
    private BackgroundIndex index;

    @BeforeEach
    void open() {
        database = Database.open(postgres.dataSource());
        index = new BackgroundIndex(SearchIndex.open(directory, database));
    }

    @AfterEach
    void close() {
        index.close();
        database.close();
    }

    private void store(String name, String text) {
        StoredConversation.store(database, Messages.session(name), List.of(Messages.person("1", null, text)));
    }

    private List<SearchResult> search() {
        return index.search(SearchQuery.of("tide", 10));
    }

    @Test
    void withoutAnythingElse_theIndexIsCurrent() {
        store("one", "tide");

        assertThat(index.within(LONG)).isEqualTo(new Freshness(true, 0L));
        assertThat(search()).hasSize(1);
    }

    @Test
    void anUpdateThatTakesLong_leavesSearchesAsTheyWere_andGoesOn() {
        store("one", "tide");
        assertThat(index.within(LONG).current()).isTrue();
        database.transact(open -> {
            open.execute("lock table memory in access exclusive mode");
            store("two", "tide");
            assertThat(index.within(SHORT)).isEqualTo(new Freshness(false, null));
            assertThat(search()).hasSize(1);
            return true;
        });

        assertThat(index.within(LONG).current()).isTrue();
        assertThat(search()).hasSize(2);
    }

    @Test
    void whatIsLeft_isTold() {
        store("one", "tide");
        database.transact(open -> {
            open.execute("lock table message in access exclusive mode");
            assertThat(index.within(Duration.ofSeconds(5))).isEqualTo(new Freshness(false, 1L));
            return true;
        });

        assertThat(index.within(LONG)).isEqualTo(new Freshness(true, 0L));
    }

    @Test
    void aCallerThatComesDuringAnUpdate_findsWhatItWroteBefore() throws Exception {
        CompletableFuture<Integer> found = database.transact(open -> {
            open.execute("lock table memory in access exclusive mode");
            // It has read the conversations, and waits for the memories.
            assertThat(index.within(SHORT).current()).isFalse();
            store("late", "tide");
            return CompletableFuture.supplyAsync(() -> index.within(LONG).current() ? search().size() : -1);
        });

        assertThat(found.get(LONG.toSeconds(), TimeUnit.SECONDS)).isEqualTo(1);
    }

    @Test
    void closing_endsAnUpdate() {
        store("one", "tide");
        database.transact(open -> {
            open.execute("lock table memory in access exclusive mode");
            assertThat(index.within(SHORT).current()).isFalse();
            return true;
        });

        index.close();
        assertThat(index.within(SHORT)).isEqualTo(new Freshness(false, null));
    }
}
