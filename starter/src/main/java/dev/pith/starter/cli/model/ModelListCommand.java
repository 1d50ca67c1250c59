package dev.pith.starter.cli.model;

import dev.pith.activities.model.ModelProfile;
import dev.pith.starter.cli.command.ExitCode;
import dev.pith.starter.cli.command.JsonLines;
import dev.pith.starter.cli.command.Output;
import dev.pith.starter.cli.command.PithCommand;
import dev.pith.starter.cli.command.Terminal;
import dev.pith.starter.config.BaseUrlSetting;
import dev.pith.starter.config.ConfigurationException;
import dev.pith.starter.config.ModelProfiles;
import dev.pith.starter.config.Setting;
import dev.pith.starter.config.Settings;
import dev.pith.starter.wording.Numbers;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Lists the configured models. Calls no model and starts no server. */
@Command(
        name = "list",
        description = "List the models that are configured, without calling them; * marks the default.",
        sortOptions = false)
final class ModelListCommand extends PithCommand {

    @Option(names = "--output", paramLabel = "FORMAT", description = "text or json (one object a model).")
    private Output output = Output.TEXT;

    @Override
    protected ExitCode run(Terminal terminal) {
        Settings settings = settings();
        ModelProfiles models = settings.models();
        String chosen = settings.text(Setting.DEFAULT_MODEL).orElse("");
        @Nullable String known = models.nameOf(chosen).orElse(null);
        Map<String, Optional<ModelProfile>> profiles = new LinkedHashMap<>();
        models.tables().forEach(table -> profiles.put(table.name(), models.profile(table)));
        if (output == Output.TEXT) {
            line(terminal, "", "NAME", "PROVIDER", "MODEL", "BASE URL", "WINDOW", "CALLS", "KEY", "PRICE");
        }
        profiles.forEach((name, profile) -> {
            boolean isDefault = name.equals(known);
            if (output == Output.JSON) {
                terminal.out().println(JsonLines.of(object(name, profile, models, isDefault)));
            } else {
                row(terminal, name, profile, models, isDefault);
            }
        });
        terminal.out().flush();
        if (known == null) {
            try {
                models.find(chosen);
            } catch (ConfigurationException e) {
                terminal.warn(
                        "default_model (" + settings.get(Setting.DEFAULT_MODEL).source() + "): " + e.getMessage());
            }
        }
        return ExitCode.DONE;
    }

    private static void row(
            Terminal terminal, String name, Optional<ModelProfile> profile, ModelProfiles models, boolean isDefault) {
        String mark = isDefault ? "*" : "";
        if (profile.isEmpty()) {
            line(terminal, mark, name, ModelProfiles.EXTRACTIVE, "-", "-", "-", "-", "none needed", "free");
            return;
        }
        ModelProfile model = profile.get();
        String variable = model.keyVariable();
        line(
                terminal,
                mark,
                name,
                provider(model),
                model.model(),
                BaseUrlSetting.shown(model.baseUrl()),
                model.contextWindow() == null ? "not said" : Numbers.count(model.contextWindow()),
                String.valueOf(model.concurrency()),
                variable == null ? "none" : variable + (models.isSet(variable) ? " set" : " not set"),
                model.prices() == null ? "not known" : "known");
    }

    private static void line(Terminal terminal, Object... cells) {
        terminal.out()
                .println(String.format(Locale.ROOT, "%-1s %-16s  %-10s  %-28s  %-32s  %9s  %5s  %-26s  %s", cells));
    }

    private static Map<String, Object> object(
            String name, Optional<ModelProfile> profile, ModelProfiles models, boolean isDefault) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("name", name);
        object.put("provider", profile.map(ModelListCommand::provider).orElse(ModelProfiles.EXTRACTIVE));
        profile.ifPresent(model -> {
            object.put("model", model.model());
            object.put("baseUrl", BaseUrlSetting.shown(model.baseUrl()));
            object.put("contextWindow", model.contextWindow());
            object.put("concurrency", model.concurrency());
            object.put("keyVariable", model.keyVariable());
            object.put("keySet", model.keyVariable() == null ? null : models.isSet(model.keyVariable()));
            object.put("priceKnown", model.prices() != null);
        });
        object.put("default", isDefault);
        return object;
    }

    private static String provider(ModelProfile model) {
        return model.provider().name().toLowerCase(Locale.ROOT);
    }
}
