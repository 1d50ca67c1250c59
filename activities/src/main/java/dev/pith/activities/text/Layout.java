package dev.pith.activities.text;

/**
 * The lines of a text as they stand: with their indentation beside each other, without what stands before all of them or
 * behind any, and without empty lines but in code. Linear.
 */
public final class Layout {

    private static final String FENCE = "```";

    private Layout() {}

    /** The text with tidy lines. */
    public static String of(String text) {
        StringBuilder tidy = new StringBuilder();
        boolean fenced = false;
        boolean blank = false;
        String before = "";
        for (String line : text.stripTrailing().stripIndent().lines().toList()) {
            if (line.isBlank()) {
                blank = true;
                continue;
            }
            if (!tidy.isEmpty()) {
                boolean apart = blank && (fenced || isIndented(line) || isIndented(before));
                tidy.append(apart ? "\n\n" : "\n");
            }
            tidy.append(line);
            fenced ^= isFence(line);
            before = line;
            blank = false;
        }
        return tidy.toString();
    }

    /** Whether a line opens or closes a block of code. */
    public static boolean isFence(String line) {
        return line.stripLeading().startsWith(FENCE);
    }

    /** Whether a line stands further right than the text: as code, YAML and the lower levels of lists do. */
    public static boolean isIndented(String line) {
        return line.startsWith("  ") || line.startsWith("\t");
    }
}
