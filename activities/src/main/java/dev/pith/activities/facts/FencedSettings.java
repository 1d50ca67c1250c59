package dev.pith.activities.facts;

import dev.pith.activities.text.Fences;
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
    private final Fences fences = new Fences();
    private boolean settings;
    private boolean unnamed;

    FencedSettings(Consumer<Clause> found) {
        this.found = found;
    }

    /** Reads the next line; returns whether it is a fence or within one. */
    boolean read(String line) {
        Fences.Line kind = fences.next(line);
        switch (kind) {
            case OPENING -> begin(line);
            case CLOSING -> end();
            case INSIDE -> inside(line);
            case OUTSIDE -> {}
        }
        return kind != Fences.Line.OUTSIDE;
    }

    boolean isOpen() {
        return fences.isOpen();
    }

    private void begin(String fence) {
        String format = fence.strip().replace("`", "").strip().toLowerCase(Locale.ROOT);
        unnamed = format.isEmpty();
        settings = unnamed || FORMATS.contains(format);
    }

    private void inside(String line) {
        if (settings && block.length() <= LONGEST) {
            block.append(line).append('\n');
        }
    }

    /** Ends the block that is open: a text may be cut off within it. */
    void end() {
        if (settings && block.length() <= LONGEST && (!unnamed || isSettings(block.toString()))) {
            ConfigText.read(block.toString(), found);
        }
        block.setLength(0);
        settings = false;
    }

    private static boolean isSettings(String text) {
        return text.lines().limit(FEWEST_LINES).count() == FEWEST_LINES
                && text.lines().allMatch(line -> LINE.matcher(line).matches());
    }
}
