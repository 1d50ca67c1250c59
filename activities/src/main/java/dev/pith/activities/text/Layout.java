package dev.pith.activities.text;

/**
 * Normalizes the lines of a text: keeps relative indentation, removes common indentation and trailing blanks, and
 * removes empty lines outside code. Linear.
 */
public final class Layout {

    private Layout() {}

    /** Returns the text with normalized lines. */
    public static String of(String text) {
        StringBuilder tidy = new StringBuilder();
        Fences fences = new Fences();
        boolean blank = false;
        String before = "";
        for (String line : text.stripTrailing().stripIndent().lines().toList()) {
            if (line.isBlank()) {
                blank = true;
                continue;
            }
            if (!tidy.isEmpty()) {
                boolean apart = blank && (fences.isOpen() || isIndented(line) || isIndented(before));
                tidy.append(apart ? "\n\n" : "\n");
            }
            tidy.append(line);
            fences.next(line);
            before = line;
            blank = false;
        }
        return tidy.toString();
    }

    /** Whether a line is indented, like code, YAML and nested list items. */
    public static boolean isIndented(String line) {
        return line.startsWith("  ") || line.startsWith("\t");
    }
}
