package dev.pith.starter.hook;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.regex.Pattern;

/** Adds and removes Pith's entry in the settings of Claude Code. All other settings stay unchanged. */
public final class HookSettings {

    /** Timeout of the hook in Claude Code, in seconds. Pith ends earlier by itself. */
    static final int TIMEOUT = 15;

    private static final String HOOKS = "hooks";
    private static final String EVENT = "SessionStart";
    private static final String ARGUMENTS = " hook claude-code";

    private static final String PLAIN = "[A-Za-z0-9_./+@-]+";

    /**
     * Matches one path, quoted or not, with Pith's arguments. Commands that a user extended do not match and are kept.
     */
    private static final Pattern OURS = Pattern.compile("^('([^']|'\\\\'')++'|" + PLAIN + ")" + ARGUMENTS);

    private HookSettings() {}

    /** Returns the hook's command for a launcher at this path, quoted for a shell if needed. */
    public static String command(String launcher) {
        boolean plain = launcher.matches(PLAIN);
        return (plain ? launcher : "'" + launcher.replace("'", "'\\''") + "'") + ARGUMENTS;
    }

    /**
     * Adds the entry and replaces that of another launcher.
     *
     * @return the added entry; empty if it was already there
     * @throws SettingsProblem if the settings do not have Claude Code's structure
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
     * Removes the entry, and objects that become empty.
     *
     * @return the removed entries
     * @throws SettingsProblem if the settings do not have Claude Code's structure
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

    /** Returns whether this is Pith's hook, also if the launcher has moved. */
    private static boolean isOurs(JsonNode hook) {
        return OURS.matcher(hook.path("command").asText("")).matches();
    }
}
