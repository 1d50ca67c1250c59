package dev.pith.activities.facts;

import dev.pith.activities.text.Layout;
import dev.pith.activities.text.Sentences;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads the facts of prose and of short answers of tools, clause by clause. Code and diffs are passed over. */
final class FactText {

    /** The most clauses of one text that are read: its first and its last. */
    private static final int MOST_CLAUSES = 2_000;

    private FactText() {}

    /**
     * Gives each fact to the receiver, in order.
     *
     * @param reader reads one clause; null if it says no fact
     */
    static void read(String text, Function<String, @Nullable Clause> reader, Consumer<Clause> found) {
        boolean fenced = false;
        int clauses = 0;
        for (String line : text.lines().toList()) {
            if (Layout.isFence(line)) {
                fenced = !fenced;
            } else if (!fenced && !line.startsWith("    ")) {
                for (String sentence : Sentences.pieces(body(line))) {
                    clauses += sentence(sentence, reader, found);
                }
            }
            if (clauses > MOST_CLAUSES) {
                return;
            }
        }
    }

    private static int sentence(String sentence, Function<String, @Nullable Clause> reader, Consumer<Clause> found) {
        List<String> parts = parts(sentence);
        List<Clause> clauses = new ArrayList<>();
        for (String part : parts) {
            Clause clause = reader.apply(part);
            if (clause != null) {
                clauses.add(clause);
            }
        }
        int colon = sentence.indexOf(": ");
        String before = sentence.substring(0, colon < 0 ? Math.min(sentence.length(), Clause.LONGEST) : colon);
        if (!clauses.isEmpty() && !Superseded.isSaidBy(before)) {
            clauses.forEach(found);
        }
        return parts.size();
    }

    /** Splits at semicolons, and at commas between assignments. */
    private static List<String> parts(String sentence) {
        boolean list = sentence.indexOf('=') >= 0 && sentence.indexOf('=') < sentence.lastIndexOf('=');
        List<String> parts = new ArrayList<>();
        int from = 0;
        for (int i = 0; i < sentence.length(); i++) {
            char c = sentence.charAt(i);
            if (c == ';' || c == '；' || c == '，' || (list && c == ',' && sentence.startsWith(" ", i + 1))) {
                parts.add(sentence.substring(from, i));
                from = i + 1;
            }
        }
        parts.add(sentence.substring(from));
        return parts;
    }

    /** Removes the marks of lists, quotes and headings before the words. */
    private static String body(String line) {
        int from = 0;
        while (from < line.length() && "-*•> \t".indexOf(line.charAt(from)) >= 0) {
            from++;
        }
        return line.substring(from);
    }
}
