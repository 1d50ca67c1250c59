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
 * Downloads the program of Temporal's dev server into the home and prints its path, for the rehearsal. The launcher
 * runs it once after a build if the first command will need the dev server. Prints nothing if there is no such program
 * or a Temporal server is configured. Does not explain errors; the first command does.
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
