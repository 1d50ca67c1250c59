package dev.pith.starter.hook;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.regex.Pattern;

/** Pith's entry in the settings of Claude Code; everything else in them stays as it is. */
public final class HookSettings {

    /** In seconds. Pith gives up by itself before. */
    static final int TIMEOUT = 15;

    private static final String HOOKS = "hooks";
    private static final String EVENT = "SessionStart";
    private static final String ARGUMENTS = " hook claude-code";

    private static final String PLAIN = "[A-Za-z0-9_./+@-]+";

    /** One path, quoted or not, with those arguments: what a user built around it is the user's. */
    private static final Pattern OURS = Pattern.compile("^('([^']|'\\\\'')++'|" + PLAIN + ")" + ARGUMENTS);

    private HookSettings() {}

    /** What the settings call for a launcher at this path; quoted for a shell where needed. */
    public static String command(String launcher) {
        boolean plain = launcher.matches(PLAIN);
        return (plain ? launcher : "'" + launcher.replace("'", "'\\''") + "'") + ARGUMENTS;
    }

    /**
     * Adds the entry; that of another launcher is replaced.
     *
     * @return the entry as it was added; empty where it was there
     * @throws SettingsProblem where the settings have another shape than Claude Code's
     */
    public static List<ObjectNode> install(ObjectNode settings, String command) throws SettingsProblem {
        for (ObjectNode hook : entries(settings)) {
            if (hook.path("command").asText().equals(command)) {
                return List.of();
            }
        }
        uninstall(settings);
        ObjectNode group = settings.objectNode().put("matcher", "compact");
        group.putArray(HOOKS)
                .addObject()
                .put("type", "command")
                .put("command", command)
                .put("timeout", TIMEOUT);
        ObjectNode hooks = settings.has(HOOKS) ? (ObjectNode) settings.get(HOOKS) : settings.putObject(HOOKS);
        ArrayNode groups = hooks.has(EVENT) ? (ArrayNode) hooks.get(EVENT) : hooks.putArray(EVENT);
        groups.add(group);
        return List.of(group);
    }

    /**
     * Removes the entry, and what is empty without it.
     *
     * @return what was removed
     * @throws SettingsProblem where the settings have another shape than Claude Code's
     */
    public static List<ObjectNode> uninstall(ObjectNode settings) throws SettingsProblem {
        List<ObjectNode> removed = entries(settings);
        if (removed.isEmpty()) {
            return removed;
        }
        ObjectNode hooks = (ObjectNode) settings.get(HOOKS);
        ArrayNode groups = (ArrayNode) hooks.get(EVENT);
        for (Iterator<JsonNode> at = groups.iterator(); at.hasNext(); ) {
            if (at.next().get(HOOKS) instanceof ArrayNode inner && takeFrom(inner) && inner.isEmpty()) {
                at.remove();
            }
        }
        if (groups.isEmpty()) {
            hooks.remove(EVENT);
        }
        if (hooks.isEmpty()) {
            settings.remove(HOOKS);
        }
        return removed;
    }

    private static boolean takeFrom(ArrayNode inner) {
        boolean taken = false;
        for (Iterator<JsonNode> at = inner.iterator(); at.hasNext(); ) {
            if (isOurs(at.next())) {
                at.remove();
                taken = true;
            }
        }
        return taken;
    }

    private static List<ObjectNode> entries(ObjectNode settings) throws SettingsProblem {
        JsonNode hooks = settings.path(HOOKS);
        JsonNode groups = hooks.path(EVENT);
        if (!hooks.isMissingNode() && !hooks.isObject()) {
            throw new SettingsProblem("\"" + HOOKS + "\" is no object");
        }
        if (!groups.isMissingNode() && !groups.isArray()) {
            throw new SettingsProblem("\"" + HOOKS + "." + EVENT + "\" is no array");
        }
        List<ObjectNode> ours = new ArrayList<>();
        for (JsonNode group : groups) {
            for (JsonNode hook : group.path(HOOKS)) {
                if (hook instanceof ObjectNode object && isOurs(object)) {
                    ours.add(object);
                }
            }
        }
        return ours;
    }

    /** Also where the launcher lies elsewhere by now. */
    private static boolean isOurs(JsonNode hook) {
        return OURS.matcher(hook.path("command").asText("")).matches();
    }
}
