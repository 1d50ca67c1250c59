package dev.pith.activities.effects;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Replaces the here documents of a shell script by their first lines. */
final class HereDocuments {

    /** Stands before and behind the first line of a here document. */
    static final char MARK = '\u0001';

    private static final Pattern BEGINNING =
            Pattern.compile("(?<!<)<<-?[ \\t]?(['\"]?)\\\\?([A-Za-z_][\\w-]{0,40})\\1(?!<)");

    private HereDocuments() {}

    /** Returns the script with the first line of each here document, between marks, instead of its lines. */
    static String shortened(String script) {
        if (!script.contains("<<")) {
            return script;
        }
        List<String> lines = script.lines().toList();
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            Matcher beginning = BEGINNING.matcher(line);
            int end = beginning.find() ? end(lines, i + 1, beginning.group(2)) : lines.size();
            if (end == lines.size()) {
                // None begins here, or the signs shift bits or print in C++.
                text.append(line).append('\n');
                continue;
            }
            String first = lines.subList(i + 1, end).stream()
                    .map(String::strip)
                    .filter(one -> !one.isEmpty())
                    .findFirst()
                    .orElse("");
            text.append(line, 0, beginning.end())
                    .append(MARK)
                    .append(unquoted(first))
                    .append(MARK)
                    .append(line.substring(beginning.end()))
                    .append('\n');
            i = end;
        }
        return text.toString();
    }

    /** Returns the place of the line that ends a here document; the number of lines if none does. */
    private static int end(List<String> lines, int from, String delimiter) {
        int end = from;
        while (end < lines.size() && !lines.get(end).strip().equals(delimiter)) {
            end++;
        }
        return end;
    }

    /** Returns a line that ends no quote around the here document. */
    private static String unquoted(String line) {
        return line.replace('"', '”').replace('\'', '’').replace('`', '’').replace(MARK, ' ');
    }
}
