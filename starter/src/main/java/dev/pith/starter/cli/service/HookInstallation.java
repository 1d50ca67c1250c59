package dev.pith.starter.cli.service;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.pith.starter.cli.command.CommandProblem;
import dev.pith.starter.cli.command.Confirmation;
import dev.pith.starter.cli.command.ExitCode;
import dev.pith.starter.cli.command.Terminal;
import dev.pith.starter.config.UserHome;
import dev.pith.starter.hook.HookSettings;
import dev.pith.starter.hook.JsonLayout;
import dev.pith.starter.hook.SettingsFile;
import dev.pith.starter.hook.SettingsProblem;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Changes the settings of Claude Code, after showing the change to the user. */
final class HookInstallation {

    /** System property set by the launcher: its own path. */
    private static final String LAUNCHER = "pith.launcher";

    private final Path file;
    private final Terminal terminal;
    private final boolean yes;

    HookInstallation(@Nullable Path settings, Terminal terminal, boolean yes) {
        this.file = (settings == null ? usual(System.getenv()) : settings).toAbsolutePath();
        this.terminal = terminal;
        this.yes = yes;
    }

    /** Returns the default path of Claude Code's user settings. */
    static Path usual(Map<String, String> environment) {
        String directory = environment.getOrDefault("CLAUDE_CONFIG_DIR", "");
        Path claude = directory.isBlank() ? UserHome.of(environment).resolve(".claude") : Path.of(directory);
        return claude.resolve("settings.json").toAbsolutePath();
    }

    ExitCode install() {
        String launcher = System.getProperty(LAUNCHER);
        if (launcher == null) {
            throw CommandProblem.usage("run the pith launcher to install the hook: its path is what is installed");
        }
        String command = HookSettings.command(launcher);
        return change(settings -> HookSettings.install(settings, command), "add to hooks.SessionStart", "installed");
    }

    ExitCode uninstall() {
        return change(HookSettings::uninstall, "remove from hooks.SessionStart", "not installed");
    }

    private interface Change {
        List<ObjectNode> of(ObjectNode settings) throws SettingsProblem;
    }

    private ExitCode change(Change change, String what, String already) {
        try {
            SettingsFile settings = SettingsFile.read(file);
            List<ObjectNode> changed = change.of(settings.settings());
            if (changed.isEmpty()) {
                terminal.say("The hook is " + already + " in " + file + ": nothing to change");
                return ExitCode.DONE;
            }
            Confirmation confirmation = new Confirmation(terminal, yes);
            confirmation.requirePossible("to change " + file);
            terminal.err().println("In " + file + " " + what + ":");
            changed.forEach(entry -> terminal.err().print(JsonLayout.USUAL.write(entry)));
            if (!confirmation.given("Change it?")) {
                terminal.say("Nothing was changed");
                return ExitCode.CANCELED;
            }
            boolean existed = settings.write();
            terminal.say(existed ? "Done. The settings as they were: " + file + SettingsFile.BACKUP : "Done: " + file);
            return ExitCode.DONE;
        } catch (SettingsProblem e) {
            throw CommandProblem.usage(file + " is left as it is: " + e.getMessage());
        } catch (IOException e) {
            throw new CommandProblem(ExitCode.FAILED, file + " cannot be changed: " + e);
        }
    }
}
