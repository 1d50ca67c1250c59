package dev.pith.starter.cli;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** One home with a fake model for all tests of a class. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class InAModelHome {

    ModelHome home;

    @BeforeAll
    void start(@TempDir Path directory) throws IOException {
        home = new ModelHome(directory);
    }

    @AfterAll
    void stop() {
        home.close();
    }
}
