package dev.pith.starter.cli.service;

import dev.pith.starter.cli.command.ExitCode;
import dev.pith.starter.cli.command.PithCommand;
import dev.pith.starter.cli.command.Terminal;
import dev.pith.starter.config.JdbcUrl;
import dev.pith.starter.config.ModelKey;
import dev.pith.starter.config.ModelProfiles;
import dev.pith.starter.config.ModelTable;
import dev.pith.starter.config.Setting;
import dev.pith.starter.config.Settings;
import dev.pith.starter.config.SettingsLoader;
import java.util.EnumSet;
import java.util.Map;
import picocli.CommandLine.Command;

/** Shows every setting and every model with the source of each value. */
@Command(
        name = "config",
        description = "Show every setting and every model, each value with where it came from; never a key.",
        sortOptions = false)
public final class ConfigCommand extends PithCommand {

    @Override
    protected ExitCode run(Terminal terminal) {
        Map<String, String> environment = System.getenv();
        SettingsLoader loader = new SettingsLoader(flags(), environment);
        Settings settings = loader.load();
        for (Setting setting : Setting.values()) {
            Settings.Value value = settings.get(setting);
            String shown = setting == Setting.HOME
                    ? settings.home().toString()
                    : value.value() == null ? "(not set)" : setting.secret() ? "(set)" : JdbcUrl.shown(value.value());
            terminal.out().println(String.format("%-24s %-28s %s", setting.key(), shown, value.source()));
        }
        settings.models().tables().forEach(table -> model(table, settings.models(), terminal));
        terminal.out().flush();
        terminal.say("File: " + loader.file(settings));
        return ExitCode.DONE;
    }

    private static void model(ModelTable table, ModelProfiles models, Terminal terminal) {
        terminal.out().println();
        for (ModelKey key : table.isExtractive() ? EnumSet.of(ModelKey.PROVIDER) : EnumSet.allOf(ModelKey.class)) {
            String value = table.shown(key);
            String shown = value == null ? "(not set)" : value.isBlank() ? "(none)" : value;
            if (key == ModelKey.API_KEY_ENV && value != null && !value.isBlank()) {
                shown += models.isSet(value) ? " (set)" : " (not set)";
            }
            String name = "models." + table.name() + "." + key.key();
            terminal.out()
                    .println(String.format(
                            "%-40s %-28s %s", name, shown, table.get(key).source()));
        }
    }
}
