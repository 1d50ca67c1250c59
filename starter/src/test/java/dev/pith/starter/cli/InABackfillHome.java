package dev.pith.starter.cli;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;

/** One home for all tests of a class. */
@ResourceLock("InABackfillHome")
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
