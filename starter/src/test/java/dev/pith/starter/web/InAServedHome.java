package dev.pith.starter.web;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Tests that share one served home. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class InAServedHome {

    ServedHome served;

    @BeforeAll
    void serve(@TempDir Path directory) throws IOException {
        served = ServedHome.in(directory);
    }

    @AfterAll
    void close() {
        served.close();
    }
}
