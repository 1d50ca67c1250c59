package dev.pith.activities.facts;

import dev.pith.activities.text.Layout;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/** Reads the settings in fenced blocks of configuration formats, and passes over blocks of code. Not thread-safe. */
final class FencedSettings {

    private static final Set<String> FORMATS =
            Set.of("toml", "yaml", "yml", "json", "jsonc", "ini", "conf", "cfg", "env", "dotenv", "properties");

    /** A line of settings in a block that does not name its format. */
    private static final Pattern LINE = Pattern.compile(
            "^\\s{0,20}(?:[\\p{L}_][\\w.-]{0,59} ?[=:] ?\\S.{0,200}+|\\[[^\\]]{1,60}\\]|[#;].{0,200}+)?$");

    private static final int FEWEST_LINES = 2;

    /** A longer block is a file, whose values are needed only if they are used. In characters. */
    private static final int LONGEST = 4_000;

    private final Consumer<Clause> found;
    private final StringBuilder block = new StringBuilder();
    private boolean fenced;
    private boolean settings;
    private boolean unnamed;

    FencedSettings(Consumer<Clause> found) {
        this.found = found;
    }

    /** Reads the next line; returns whether it is a fence or within one. */
    boolean read(String line) {
        if (Layout.isFence(line)) {
            if (fenced) {
                end();
            } else {
                String format = line.strip().replace("`", "").strip().toLowerCase(Locale.ROOT);
                unnamed = format.isEmpty();
                settings = unnamed || FORMATS.contains(format);
            }
            fenced = !fenced;
            return true;
        }
        if (fenced && settings && block.length() <= LONGEST) {
            block.append(line).append('\n');
        }
        return fenced;
    }

    boolean isOpen() {
        return fenced;
    }

    /** Ends the block that is open: a text may be cut off within it. */
    void end() {
        if (settings && block.length() <= LONGEST && (!unnamed || isSettings(block.toString()))) {
            ConfigText.read(block.toString(), found);
        }
        block.setLength(0);
        settings = false;
    }

    /** Counts the lines of a text that are neither fences nor within them, up to a number. */
    static int linesOutside(String text, int most) {
        int outside = 0;
        boolean fenced = false;
        for (String line : text.lines().toList()) {
            boolean fence = Layout.isFence(line);
            outside += fence || fenced ? 0 : 1;
            fenced ^= fence;
        }
        return Math.min(outside, most);
    }

    private static boolean isSettings(String text) {
        return text.lines().limit(FEWEST_LINES).count() == FEWEST_LINES
                && text.lines().allMatch(line -> LINE.matcher(line).matches());
    }
}
