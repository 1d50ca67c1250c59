package dev.pith.starter.cli;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

/** One home for all tests of a class. */
abstract class InABackfillHome {

    @TempDir
    static Path directory;

    static BackfillHome backfills;

    @BeforeAll
    static void start() throws IOException {
        backfills = new BackfillHome(directory);
    }

    @AfterAll
    static void stop() {
        backfills.close();
    }
}
