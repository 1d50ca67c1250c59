package dev.pith.activities.facts;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads the settings of a configuration file (TOML, YAML, JSON, INI, properties, environment) as facts, under their
 * sections. A reading may begin or end within the file and carry line numbers, which parsers of these formats reject.
 */
final class ConfigText {

    private static final Set<String> ENDINGS =
            Set.of("toml", "yaml", "yml", "json", "ini", "conf", "cfg", "env", "properties");
    private static final int MOST_LINES = 400;

    private static final Pattern NUMBERED = Pattern.compile("^ {0,8}\\d{1,6}(?:→|\\t|: )");
    private static final Pattern SECTION = Pattern.compile("\\[{1,2}([^\\]\\s]{1,60}+)\\]{1,2}");
    private static final Pattern SETTING =
            Pattern.compile("^( {0,40})\"?([\\p{L}_][\\w.-]{0,59})\"? ?(?:=|: ?) ?(.{0,200}+)");

    /** A key that opens a section by its indentation. */
    private record Level(int indent, String key) {}

    private ConfigText() {}

    static boolean isConfig(String file) {
        String ending = file.substring(file.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        return ENDINGS.contains(ending);
    }

    static void read(String text, Consumer<Clause> found) {
        if (JsonLeaves.read(text, found)) {
            return;
        }
        String section = "";
        Deque<Level> levels = new ArrayDeque<>();
        for (String numbered : text.lines().limit(MOST_LINES).toList()) {
            String line = NUMBERED.matcher(numbered).replaceFirst("");
            Matcher header = SECTION.matcher(line.strip());
            Matcher setting = SETTING.matcher(line);
            if (header.matches()) {
                section = header.group(1) + ".";
                levels.clear();
            } else if (setting.matches()) {
                int indent = setting.group(1).length();
                while (!levels.isEmpty() && levels.getLast().indent() >= indent) {
                    levels.removeLast();
                }
                String value = value(setting.group(3));
                if (value.isEmpty()) {
                    levels.addLast(new Level(indent, setting.group(2)));
                } else {
                    setting(section, levels, setting.group(2), value, found);
                }
            }
        }
    }

    private static void setting(String section, Deque<Level> levels, String key, String value, Consumer<Clause> found) {
        StringBuilder path = new StringBuilder(section);
        levels.forEach(level -> path.append(level.key()).append('.'));
        path.append(key);
        boolean fits = path.length() <= Clause.LONGEST_KEY
                && value.length() <= Clause.LONGEST_VALUE
                && "{[|>&".indexOf(value.charAt(0)) < 0
                && Specifics.words(value) <= 6;
        if (fits) {
            found.accept(new Clause(path.toString(), null, value));
        }
    }

    /** Removes a comment behind the value, and quotes around it. */
    private static String value(String raw) {
        int comment = raw.indexOf(" #");
        String value = (comment < 0 ? raw : raw.substring(0, comment)).strip();
        if (value.endsWith(",")) {
            value = value.substring(0, value.length() - 1);
        }
        boolean quoted = value.length() > 1
                && (value.charAt(0) == '"' || value.charAt(0) == '\'')
                && value.charAt(value.length() - 1) == value.charAt(0);
        return quoted ? value.substring(1, value.length() - 1) : value.equals("{") ? "" : value;
    }
}
