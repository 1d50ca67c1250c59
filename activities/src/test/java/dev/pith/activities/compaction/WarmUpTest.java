package dev.pith.activities.compaction;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pith.activities.redaction.Redactor;
import dev.pith.activities.store.Database;
import dev.pith.activities.store.StoreSettings;
import dev.pith.activities.testing.PostgresExtension;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** It goes through what a summary goes through: requests, commands, names, the text for a model. */
@Tag("servers")
class WarmUpTest {

    private static final String CONNECTIONS =
            "select count(*) from pg_stat_activity where datname = current_database()";

    @RegisterExtension
    static final PostgresExtension POSTGRES = new PostgresExtension();

    @Test
    void asksTheStoreForWhatNobodyHasAndLeavesItsConnectionsOpen() {
        try (Database database = Database.open(new StoreSettings(POSTGRES.jdbcUrl(), null, null, 12))) {
            assertThat(WarmUp.store(database)).isEmpty();

            assertThat(connections(database)).isGreaterThanOrEqualTo(5);
        }
    }

    @Test
    void takesHalfOfASmallPool() {
        try (Database database = Database.open(new StoreSettings(POSTGRES.jdbcUrl(), null, null, 2))) {
            assertThat(WarmUp.store(database)).isEmpty();
        }
    }

    @Test
    void writesASummaryWithRequestsAndNames() {
        assertThat(WarmUp.withoutModel().text()).contains("Please mend", "tides19.py", "pytest");
    }

    @Test
    void writesWhatAModelWouldBeSent() {
        assertThat(WarmUp.withModel(Redactor.on())).contains("<transcript>", "low_water");
    }

    private static int connections(Database database) {
        return database.transact(
                handle -> handle.createQuery(CONNECTIONS).mapTo(Integer.class).one());
    }
}
