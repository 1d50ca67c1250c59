package dev.pith.benchmarks.quality;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Files that were looked into again soon after a compaction, and whether a summary names them. */
final class Rereads {

    private static final int CALLS = 30;

    private static final Pattern TOKEN = Pattern.compile("[^A-Za-z0-9_]+");

    private final Set<String> files = new LinkedHashSet<>();
    private final SymbolsOf symbols;

    Rereads(Cut cut) {
        symbols = new SymbolsOf(cut.before());
        List<ToolUse> first = ToolUse.of(cut.after());
        for (ToolUse use : first.subList(0, Math.min(CALLS, first.size()))) {
            if (use.reads()) {
                use.files().stream().filter(symbols::knows).forEach(files::add);
            }
        }
    }

    int count() {
        return files.size();
    }

    /** How many of them stand in a summary with a path, be it told from some folder above. */
    long named(SummaryText summary) {
        List<String> lines = summary.expanded();
        return files.stream()
                .filter(file -> lines.stream().anyMatch(line -> names(line, file)))
                .count();
    }

    /** How many stand on a line with a name that the session had met in them. */
    long withSymbol(SummaryText summary) {
        List<String> lines = summary.expanded();
        return files.stream()
                .filter(file -> lines.stream().anyMatch(line -> names(line, file) && hasSymbol(line, file)))
                .count();
    }

    private boolean hasSymbol(String line, String file) {
        Set<String> known = symbols.of(file);
        return TOKEN.splitAsStream(line).anyMatch(known::contains);
    }

    /** The file's name with the folders before it right, as many as are told. */
    private static boolean names(String line, String file) {
        for (String word : line.split("[\\s`'\"(),;:*]+", -1)) {
            String path = word.startsWith("./") ? word.substring(2) : word;
            if (!path.isEmpty() && (file.equals(path) || file.endsWith("/" + path) || path.endsWith("/" + file))) {
                return true;
            }
        }
        return false;
    }
}
