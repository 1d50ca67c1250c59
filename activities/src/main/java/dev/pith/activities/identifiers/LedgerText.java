package dev.pith.activities.identifiers;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Prints identifiers: files as a tree with their symbols, the rest by kind. */
final class LedgerText {

    private static final Map<String, List<IdentifierKind>> LINES = lines();

    /** Weight of a prose file as the home of a symbol, relative to a source file. */
    private static final double PROSE = 0.3;

    private final Map<String, List<String>> symbols = new TreeMap<>();
    private final Set<String> edited = new HashSet<>();
    private final Map<String, Double> listed = new HashMap<>();
    private final List<String> files = new ArrayList<>();
    private final Map<IdentifierKind, List<String>> others = new EnumMap<>(IdentifierKind.class);

    private LedgerText() {}

    /**
     * Prints the chosen identifiers.
     *
     * @param chosen identifiers in ranking order, highest first
     */
    static String of(List<Traces.Named> chosen) {
        LedgerText ledger = new LedgerText();
        ledger.sort(chosen);
        return ledger.text();
    }

    private void sort(List<Traces.Named> chosen) {
        Set<String> implied = Implied.by(chosen);

        for (Traces.Named one : chosen) {
            boolean file = one.kind() == IdentifierKind.PATH || one.kind() == IdentifierKind.FILE;
            if (file && (one.trace().edits() > 0 || !implied.contains(one.text()))) {
                listed.put(one.text(), one.trace().need());
                if (one.trace().edits() > 0) {
                    edited.add(one.text());
                    symbols.put(one.text(), new ArrayList<>());
                } else {
                    files.add(one.text());
                }
            }
        }
        for (Traces.Named one : chosen) {
            boolean file = one.kind() == IdentifierKind.PATH || one.kind() == IdentifierKind.FILE;
            if (file || implied.contains(one.text())) {
                continue;
            }
            String home = one.trace().home(this::factor);
            if (home == null) {
                others.computeIfAbsent(one.kind(), unused -> new ArrayList<>()).add(one.text());
            } else {
                symbols.computeIfAbsent(home, unused -> new ArrayList<>()).add(one.text());
            }
        }
        files.removeAll(symbols.keySet());
    }

    /** Prefers files that are listed themselves, and source files over prose. */
    private double factor(String file) {
        return listed.getOrDefault(file, 0.0) * (KnownNames.isProse(file) ? PROSE : 1);
    }

    private String text() {
        StringBuilder text = new StringBuilder();
        if (!symbols.isEmpty()) {
            text.append("Files (* edited) with symbols:\n");
            tree(text);
        }
        line(text, symbols.isEmpty() ? "Files" : "Other files", grouped(), "; ");
        LINES.forEach((title, kinds) -> {
            List<String> names = new ArrayList<>();
            kinds.forEach(kind -> names.addAll(others.getOrDefault(kind, List.of())));
            String name = title.equals("Symbols") && !symbols.isEmpty() ? "Other symbols" : title;
            line(text, name, names, kinds.contains(IdentifierKind.COMMAND) ? "; " : " ");
        });
        return text.toString();
    }

    private void tree(StringBuilder text) {
        for (FolderGroups.Group group : FolderGroups.of(symbols.keySet())) {
            boolean alone = group.folder().isEmpty();
            if (!alone) {
                text.append(group.folder()).append('\n');
            }
            for (String name : group.names()) {
                String path = group.folder() + name;
                text.append(alone ? name : "  " + name).append(edited.contains(path) ? "*" : "");
                List<String> names = symbols.getOrDefault(path, List.of());
                text.append(names.isEmpty() ? "" : ": " + String.join(" ", names))
                        .append('\n');
            }
        }
    }

    private List<String> grouped() {
        return FolderGroups.of(files).stream()
                .map(group -> group.folder().isEmpty()
                        ? group.names().get(0)
                        : group.folder() + "{" + String.join(",", group.names()) + "}")
                .toList();
    }

    private static void line(StringBuilder text, String title, List<String> names, String between) {
        if (!names.isEmpty()) {
            text.append(title).append(": ").append(String.join(between, names)).append('\n');
        }
    }

    private static Map<String, List<IdentifierKind>> lines() {
        Map<String, List<IdentifierKind>> lines = new LinkedHashMap<>();
        lines.put("Symbols", List.of(IdentifierKind.SYMBOL));
        lines.put("Commands", List.of(IdentifierKind.COMMAND));
        lines.put("Refs", List.of(IdentifierKind.URL, IdentifierKind.REF, IdentifierKind.TICKET, IdentifierKind.ID));
        lines.put("Errors", List.of(IdentifierKind.ERROR));
        lines.put("Env", List.of(IdentifierKind.ENVIRONMENT));
        lines.put("Flags", List.of(IdentifierKind.FLAG));
        lines.put("Versions, numbers", List.of(IdentifierKind.VERSION, IdentifierKind.NUMBER));
        return lines;
    }
}
