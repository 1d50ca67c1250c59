package dev.pith.activities.gateway;

import dev.pith.activities.testing.StoreExtension;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.parallel.ResourceLock;

/** A fake model that is asked over HTTP, with its journal on a real PostgreSQL. */
@Tag("servers")
@ResourceLock("AskingTest")
abstract class AskingTest {

    @RegisterExtension
    static final StoreExtension STORE = new StoreExtension(16);

    Asked asked;

    @BeforeEach
    void start() {
        asked = new Asked(STORE.database());
    }

    @AfterEach
    void stop() {
        asked.close();
    }
}
