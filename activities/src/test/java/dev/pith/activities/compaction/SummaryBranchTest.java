package dev.pith.activities.compaction;

import static dev.pith.activities.testing.StoredConversation.dialogue;
import static org.assertj.core.api.Assertions.assertThat;

import dev.pith.activities.store.Conversations;
import dev.pith.activities.store.Database;
import dev.pith.activities.store.StoreSettings;
import dev.pith.activities.testing.PostgresExtension;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The branch that the store has of a conversation stands in its summary. */
class SummaryBranchTest {

    @RegisterExtension
    static final PostgresExtension POSTGRES = new PostgresExtension();

    private static Database database;

    @BeforeAll
    static void open() {
        database = Database.open(new StoreSettings(POSTGRES.jdbcUrl(), null, null, 6));
    }

    @AfterAll
    static void close() {
        database.close();
    }

    @ParameterizedTest
    @CsvSource({"20, false", "120, true"})
    void whetherChunksAreMergedOrNot(int turns, boolean merged) {
        Steps steps = new Steps(database, dialogue(database, "turns-" + turns, turns, 1_000));
        database.table(Conversations.class).describe(steps.conversation(), null, null, "high-tide");
        assertThat(steps.plan().merges()).isEqualTo(merged);
        steps.compact();

        assertThat(steps.summary().text()).contains("Branch: high-tide\n");
    }
}
