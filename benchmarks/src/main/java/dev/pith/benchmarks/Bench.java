package dev.pith.benchmarks;

import dev.pith.activities.intake.ConversationIntake;
import dev.pith.activities.intake.Receipt;
import dev.pith.activities.store.Database;
import dev.pith.starter.config.Setting;
import dev.pith.starter.config.Settings;
import dev.pith.starter.config.SettingsLoader;
import dev.pith.starter.engine.Engine;
import dev.pith.starter.importing.NotAConversationException;
import dev.pith.starter.importing.SourceReader;
import dev.pith.starter.importing.reading.ImportOptions;
import dev.pith.starter.runtime.StartupProgress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A home of its own for one benchmark, with running servers; gone at the end. */
final class Bench implements AutoCloseable {

    private final Path home;
    private final Engine engine;

    private Bench(Path home, Engine engine) {
        this.home = home;
        this.engine = engine;
    }

    static Bench open(Engine.Needs needs) throws IOException {
        Machine.describe();
        Path home = Files.createTempDirectory("pith-bench-");
        Settings settings = new SettingsLoader(Map.of(Setting.HOME, home.toString()), Map.of()).load();
        return new Bench(home, Engine.open(settings, needs, "benchmark", StartupProgress.SILENT));
    }

    Path home() {
        return home;
    }

    Engine engine() {
        return engine;
    }

    Database database() {
        return engine.database();
    }

    /** Imports as the command line does. */
    List<Receipt> take(Path file) throws IOException, NotAConversationException {
        try (ConversationIntake intake = new ConversationIntake(database())) {
            new SourceReader().read(file, intake, new ImportOptions(false, null));
            return intake.finish();
        }
    }

    /** Forgets every conversation, so that the same files can be imported again. */
    void clear() {
        database().transact(handle -> handle.execute("truncate conversation cascade"));
    }

    @Override
    public void close() throws IOException {
        engine.close();
        delete(home);
    }

    static void delete(Path tree) throws IOException {
        try (Stream<Path> paths = Files.walk(tree)) {
            for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        }
    }
}
