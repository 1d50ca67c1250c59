package dev.pith.starter.cli.command;

import dev.pith.starter.config.Setting;
import dev.pith.starter.config.Settings;
import dev.pith.starter.config.SettingsLoader;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that every command has. */
final class CommonOptions {

    @Option(
            names = "--home",
            paramLabel = "DIR",
            description = "The directory that holds all state (default: ~/.pith).")
    private @Nullable String home;

    @Option(names = "--jdbc-url", paramLabel = "URL", description = "A PostgreSQL to use instead of the embedded one.")
    private @Nullable String jdbcUrl;

    @Option(
            names = "--temporal-binary",
            paramLabel = "PATH",
            description = "The program of Temporal's dev server (default: found or downloaded); off runs Temporal"
                    + " inside the process.")
    private @Nullable String temporalBinary;

    @Option(
            names = {"-q", "--quiet"},
            description = "No progress and no figures, only results and errors.")
    private boolean quiet;

    @Option(
            names = {"-v", "--verbose"},
            description = "Print more detail, and the stack trace of an error.")
    private boolean verbose;

    Settings settings() {
        return new SettingsLoader(flags(), System.getenv()).load();
    }

    Map<Setting, String> flags() {
        Map<Setting, String> flags = new EnumMap<>(Setting.class);
        if (home != null) {
            flags.put(Setting.HOME, home);
        }
        if (jdbcUrl != null) {
            flags.put(Setting.JDBC_URL, jdbcUrl);
        }
        if (temporalBinary != null) {
            flags.put(Setting.TEMPORAL_BINARY, temporalBinary);
        }
        return flags;
    }

    boolean quiet() {
        return quiet;
    }

    boolean verbose() {
        return verbose;
    }
}
