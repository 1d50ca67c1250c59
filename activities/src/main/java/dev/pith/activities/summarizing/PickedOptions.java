package dev.pith.activities.summarizing;

import dev.pith.activities.text.Clip;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Finds the options of an agent's text that a reply picks by number or letter, such as "2", "A." or "1 and 3". */
final class PickedOptions {

    /** The longest option that is told whole, in characters. */
    private static final int LONGEST = 100;

    private static final String MARKS = " \t#>•|-";

    private static final String OPTION = "option ";

    private PickedOptions() {}

    /**
     * Returns the picked options, each with its label; none if the text lacks one of them.
     *
     * @param words the words of the reply
     * @param said the agent's text
     */
    static List<String> of(List<String> words, String said) {
        Map<String, String> options = new LinkedHashMap<>();
        words.stream()
                .filter(word -> word.length() == 1 && isLabel(word.charAt(0), words.size()))
                .forEach(word -> options.put(word.toUpperCase(Locale.ROOT), ""));
        if (options.isEmpty()) {
            return List.of();
        }
        for (String line : said.lines().toList()) {
            String text = unmarked(line);
            String label = text.length() < 3 ? "" : text.substring(0, 1).toUpperCase(Locale.ROOT);
            if (options.containsKey(label) && ".):".indexOf(text.charAt(1)) >= 0) {
                options.put(label, cell(text.substring(2)));
            }
        }
        List<String> told = new ArrayList<>();
        options.forEach((label, text) -> told.add(label + ": " + Clip.beginning(text, LONGEST)));
        return options.containsValue("") ? List.of() : told;
    }

    /** Returns the text of a line, or of the first cell of a table's row. */
    private static String cell(String text) {
        int end = text.indexOf('|');
        return (end < 0 ? text : text.substring(0, end)).strip();
    }

    /** Returns whether a character is a label; a small letter is a word of its own in sentences. */
    private static boolean isLabel(char c, int words) {
        return (c >= '1' && c <= '9') || (c >= 'A' && c <= 'H') || (c >= 'a' && c <= 'h' && words == 1);
    }

    /** Removes the marks of a list or heading, emphasis, and the word "option". */
    private static String unmarked(String line) {
        String text = line.replace("*", "");
        int from = 0;
        while (from < text.length() && MARKS.indexOf(text.charAt(from)) >= 0) {
            from++;
        }
        from += text.regionMatches(true, from, OPTION, 0, OPTION.length()) ? OPTION.length() : 0;
        return text.substring(from);
    }
}
