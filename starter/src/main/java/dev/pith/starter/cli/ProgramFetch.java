package dev.pith.starter.cli;

import dev.pith.starter.config.Settings;
import dev.pith.starter.config.SettingsLoader;
import dev.pith.starter.devserver.DevServerPrograms;
import dev.pith.starter.engine.TemporalConnection;
import dev.pith.starter.runtime.Home;
import dev.pith.starter.runtime.TemporalProgram;
import java.nio.file.Path;
import java.util.Map;

/**
 * Run once after a build, by the launcher, where the first command will need Temporal's dev server: fetches its program into
 * the home and prints its path, so that the rehearsal can use it. Prints nothing where there is none, or a server is
 * configured. What is wrong, the command itself tells.
 */
final class ProgramFetch {

    private ProgramFetch() {}

    public static void main(String[] arguments) {
        try {
            Settings settings = new SettingsLoader(Map.of(), System.getenv()).load();
            if (TemporalConnection.configured().isEmpty()) {
                new Home(settings.home()).create();
                TemporalProgram program = DevServerPrograms.source(settings).find(System.err::println);
                program.found().map(Path::toString).ifPresent(System.out::println);
            }
        } catch (RuntimeException e) {
            System.exit(1);
        }
    }
}
