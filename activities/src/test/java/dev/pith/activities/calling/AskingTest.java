package dev.pith.activities.calling;

import dev.pith.activities.store.Database;
import dev.pith.activities.store.StoreSettings;
import dev.pith.activities.testing.PostgresExtension;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A fake model that is asked over HTTP, with its journal on a real PostgreSQL. */
abstract class AskingTest {

    @RegisterExtension
    static final PostgresExtension POSTGRES = new PostgresExtension();

    static Database database;
    Asked asked;

    @BeforeAll
    static void open() {
        database = Database.open(new StoreSettings(POSTGRES.jdbcUrl(), null, null, 16));
    }

    @AfterAll
    static void close() {
        database.close();
    }

    @BeforeEach
    void start() {
        asked = new Asked(database);
    }

    @AfterEach
    void stop() {
        asked.close();
    }
}
