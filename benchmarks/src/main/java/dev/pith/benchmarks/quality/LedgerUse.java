package dev.pith.benchmarks.quality;

import dev.pith.benchmarks.quality.Event.Kind;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** How much of a summary's ledger the agent used afterwards, by the names' plain texts. */
final class LedgerUse {

    private static final Pattern LABEL = Pattern.compile("^([A-Z][A-Za-z, ]{2,30}): (.*)$");
    private static final Pattern FILE = Pattern.compile("^(\\S+?)\\*?(?:: (.*))?$");
    private static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9_]+");

    private final Map<String, int[]> classes = new TreeMap<>();
    private int lines;
    private int unusedLines;
    private int names;
    private int unusedNames;

    LedgerUse(SummaryText summary, List<Event> after) {
        String later = later(after);
        Set<String> tokens = new HashSet<>();
        TOKEN.matcher(later).results().forEach(token -> tokens.add(token.group()));
        Set<String> ledger = new HashSet<>(summary.section("Ledger"));
        for (String line : new SummaryText(String.join("\n", summary.section("Ledger"))).expanded()) {
            List<String> here = names(line);
            boolean folder = line.endsWith("/") && ledger.contains(line);
            if (!here.isEmpty() && !folder) {
                List<String> never =
                        here.stream().filter(name -> !used(name, later, tokens)).toList();
                count(line, here, never);
                int unused = never.size();
                lines++;
                names += here.size();
                unusedNames += unused;
                unusedLines += unused == here.size() ? 1 : 0;
            }
        }
    }

    private void count(String line, List<String> here, List<String> never) {
        Matcher labeled = LABEL.matcher(line);
        for (String name : here) {
            String owner = name.equals(here.get(0)) ? "Files with symbols" : "Symbols of files";
            int[] count = classes.computeIfAbsent(labeled.matches() ? labeled.group(1) : owner, unused -> new int[2]);
            count[0] += never.contains(name) ? 1 : 0;
            count[1]++;
        }
    }

    /** The classes of names: how many were never used, and how many there are. */
    Map<String, int[]> classes() {
        return classes;
    }

    int lines() {
        return lines;
    }

    int unusedLines() {
        return unusedLines;
    }

    int names() {
        return names;
    }

    int unusedNames() {
        return unusedNames;
    }

    /** What the agent said and did. */
    private static String later(List<Event> after) {
        List<String> texts = new ArrayList<>();
        for (Event event : after) {
            if (event.kind() == Kind.AGENT) {
                texts.add(event.text());
            } else if (event.kind() == Kind.CALL) {
                texts.addAll(Texts.all(event.input()));
            }
        }
        return String.join("\n", texts);
    }

    private static List<String> names(String line) {
        List<String> names = new ArrayList<>();
        Matcher labeled = LABEL.matcher(line);
        Matcher file = FILE.matcher(line);
        if (labeled.matches()) {
            String between = labeled.group(2).contains("; ") ? "; " : " ";
            boolean whole = labeled.group(1).equals("Commands");
            names.addAll(List.of(labeled.group(2).split(whole ? "; " : between, -1)));
        } else if (file.matches()) {
            names.add(file.group(1));
            if (file.group(2) != null) {
                names.addAll(List.of(file.group(2).split(" ", -1)));
            }
        }
        return names.stream()
                .flatMap(LedgerUse::single)
                .filter(name -> !name.isBlank())
                .toList();
    }

    /** Files that were spread from one group are single names again. */
    private static Stream<String> single(String name) {
        boolean paths = !name.isBlank() && List.of(name.split(" ", -1)).stream().allMatch(word -> word.contains("/"));
        return paths ? Stream.of(name.split(" ", -1)) : Stream.of(name);
    }

    private static boolean used(String name, String later, Set<String> tokens) {
        if (TOKEN.matcher(name).matches()) {
            return tokens.contains(name);
        }
        String own = name.contains("/") && !name.contains(" ") ? name.substring(name.lastIndexOf('/') + 1) : name;
        return later.contains(own.isEmpty() ? name : own);
    }
}
