package dev.pith.benchmarks.quality;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A summary as its reader sees it: lines, some of them under headings. */
record SummaryText(String text) {

    private static final Pattern GROUP = Pattern.compile("([^\\s{}`\"']*)\\{([^{}\n]*,[^{}\n]*)\\}");
    private static final Pattern FOLDER = Pattern.compile("^\\S+/:?$");

    List<String> lines() {
        return text.lines().toList();
    }

    /** The lines under a heading that begins with these words. */
    List<String> section(String heading) {
        List<String> lines = new ArrayList<>();
        boolean in = false;
        for (String line : lines()) {
            if (line.startsWith("## ")) {
                in = line.startsWith("## " + heading);
            } else if (in && !line.isBlank()) {
                lines.add(line);
            }
        }
        return lines;
    }

    /** The items under a line of the State section that begins with "To do". */
    List<String> todos() {
        List<String> todos = new ArrayList<>();
        boolean in = false;
        for (String line : section("State")) {
            in = line.startsWith("To do") || (in && line.startsWith("- "));
            if (in && line.startsWith("- ")) {
                todos.add(line.substring(2).strip());
            }
        }
        return todos;
    }

    /** The lines with every file's path in full, where the text groups files by their folder. */
    List<String> expanded() {
        List<String> lines = new ArrayList<>();
        String folder = "";
        for (String line : lines()) {
            if (FOLDER.matcher(line).matches()) {
                folder = line.endsWith(":") ? line.substring(0, line.length() - 1) : line;
            } else if (!line.startsWith("  ")) {
                folder = "";
            }
            String whole = line.startsWith("  ") && !folder.isEmpty() ? folder + line.strip() : line;
            lines.add(GROUP.matcher(whole)
                    .replaceAll(group -> Matcher.quoteReplacement(spread(group.group(1), group.group(2)))));
        }
        return lines;
    }

    private static String spread(String folder, String names) {
        List<String> paths = new ArrayList<>();
        for (String name : names.split(",", -1)) {
            paths.add(folder + name.strip());
        }
        return String.join(" ", paths);
    }
}
