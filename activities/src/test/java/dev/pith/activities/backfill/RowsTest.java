package dev.pith.activities.backfill;

import dev.pith.activities.testing.PostgresExtension;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.parallel.ResourceLock;

/** The rows of a backfill on a real PostgreSQL, empty before each test. */
@Tag("servers")
@ResourceLock("RowsTest")
abstract class RowsTest {

    @RegisterExtension
    static final PostgresExtension postgres = new PostgresExtension();

    static Rows rows;

    @BeforeAll
    static void open() {
        rows = new Rows(postgres);
    }

    @AfterAll
    static void close() {
        rows.close();
    }

    @BeforeEach
    void clear() {
        rows.clear();
    }
}
