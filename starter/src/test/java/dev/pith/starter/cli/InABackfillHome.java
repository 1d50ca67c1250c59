package dev.pith.starter.cli;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** One home for all tests of a class. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class InABackfillHome {

    Path directory;

    BackfillHome backfills;

    @BeforeAll
    void start(@TempDir Path directory) throws IOException {
        this.directory = directory;
        backfills = new BackfillHome(directory);
    }

    @AfterAll
    void stop() {
        backfills.close();
    }
}
