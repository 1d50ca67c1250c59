package dev.pith.benchmarks.quality;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The names that a session defined, edited or read in each file, by plain expressions. */
final class SymbolsOf {

    private static final Pattern DEFINED =
            Pattern.compile("(?:func(?: \\([^)]{0,100}\\))?|type|class|def|function|interface|struct|const|var|let|enum"
                    + "|trait|fn|record)\\s+([A-Za-z_][A-Za-z0-9_]{3,})");
    private static final Pattern COMPOUND = Pattern.compile(
            "(?<![A-Za-z0-9_])(?:[a-z]+[A-Z][A-Za-z0-9]+|[A-Z][a-z0-9]+[A-Z][A-Za-z0-9]+|[A-Za-z0-9]+(?:_[A-Za-z0-9]+)+)"
                    + "(?![A-Za-z0-9_])");

    private final Map<String, Set<String>> symbols = new HashMap<>();

    SymbolsOf(List<Event> head) {
        for (ToolUse use : ToolUse.of(head)) {
            for (String file : use.succeeded() ? use.files() : List.<String>of()) {
                Set<String> names = symbols.computeIfAbsent(file, unused -> new HashSet<>());
                if (use.edits()) {
                    collect(COMPOUND, String.join("\n", Texts.all(use.input())), names);
                } else if (use.result() != null) {
                    collect(DEFINED, use.result().text(), names);
                }
            }
        }
    }

    private static void collect(Pattern pattern, String text, Set<String> names) {
        Matcher found = pattern.matcher(text);
        while (found.find()) {
            names.add(found.group(found.groupCount()));
        }
    }

    /** Whether a file was read or edited. */
    boolean knows(String file) {
        return symbols.containsKey(file);
    }

    Set<String> of(String file) {
        return symbols.getOrDefault(file, Set.of());
    }
}
