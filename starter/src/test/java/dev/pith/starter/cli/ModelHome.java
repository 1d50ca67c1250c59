package dev.pith.starter.cli;

import dev.pith.activities.store.Database;
import dev.pith.activities.store.StoreSettings;
import dev.pith.activities.testing.FakeModel;
import dev.pith.starter.durability.PithProcess;
import dev.pith.starter.runtime.DatabaseAddress;
import dev.pith.starter.runtime.EmbeddedStack;
import dev.pith.starter.runtime.Home;
import dev.pith.starter.runtime.StackOptions;
import dev.pith.starter.runtime.StartupProgress;
import dev.pith.starter.runtime.TestHome;
import dev.pith.starter.runtime.TestTemporal;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** A home with a fake model, known as priced, and without prices as plain; servers that stay up between commands. */
final class ModelHome implements AutoCloseable {

    final FakeModel fake = FakeModel.start();
    final Path directory;
    private final Home home;
    private final EmbeddedStack servers;

    ModelHome(Path directory) throws IOException {
        this.directory = directory;
        this.home = TestHome.withStore(directory.resolve("home"));
        Files.writeString(home.root().resolve("pith.toml"), profiles(fake.baseUrl()));
        this.servers =
                EmbeddedStack.acquire(home, StackOptions.both("test", TestTemporal.source()), StartupProgress.SILENT);
    }

    static String profiles(String baseUrl) {
        return """
                [models.priced]
                base_url = "%1$s"
                model = "fake-1"
                api_key_env = ""
                context_window = 20_000
                price_input = 1.0
                price_output = 10.0
                [models.plain]
                base_url = "%1$s"
                model = "fake-2"
                api_key_env = ""
                context_window = 20_000
                """.formatted(baseUrl);
    }

    Result pith(String... arguments) {
        return Result.in(home, arguments);
    }

    /** The same in a process of its own. */
    PithProcess elsewhere(String... arguments) {
        return PithProcess.start(home, Map.of(), arguments);
    }

    /** Its store, for what no command does. */
    Database database() {
        DatabaseAddress address = servers.database();
        return Database.open(new StoreSettings(address.jdbcUrl(), address.user(), address.password(), 1));
    }

    /** A chat of so many turns of about 100 tokens, whose words are its own. */
    Path chat(String name, int turns) throws IOException {
        return Chat.write(directory.resolve(name), turns, 8);
    }

    @Override
    public void close() {
        servers.close();
        fake.close();
        try {
            TestHome.leave(home);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
