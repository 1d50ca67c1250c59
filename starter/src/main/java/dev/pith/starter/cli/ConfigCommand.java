package dev.pith.starter.cli;

import dev.pith.starter.config.Setting;
import dev.pith.starter.config.Settings;
import dev.pith.starter.config.SettingsLoader;
import java.util.Map;
import picocli.CommandLine.Command;

/** Shows every setting with where its value came from. */
@Command(
        name = "config",
        description = "Show every setting, its value, and where the value came from.",
        sortOptions = false)
final class ConfigCommand extends PithCommand {

    @Override
    ExitCode run(Terminal terminal) {
        Map<String, String> environment = System.getenv();
        SettingsLoader loader = new SettingsLoader(common().flags(), environment);
        Settings settings = loader.load();
        for (Setting setting : Setting.values()) {
            Settings.Value value = settings.get(setting);
            String shown = value.value() == null ? "(not set)" : setting.secret() ? "(set)" : value.value();
            terminal.out().println(String.format("%-24s %-28s %s", setting.key(), shown, value.source()));
        }
        terminal.out().flush();
        terminal.say("File: " + loader.file(settings));
        return ExitCode.DONE;
    }
}
