package dev.pith.activities.facts;

import dev.pith.activities.text.Ends;
import dev.pith.activities.text.Sentences;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the facts of prose and of short answers of tools, clause by clause. Code and diffs are passed over. */
final class FactText {

    /** The most lines of one text that are read: half of them at its beginning, half at its end. */
    private static final int MOST_LINES = 2_000;

    /** "no longer 80, but 81" gives a value that holds. */
    private static final Pattern CORRECTED = Pattern.compile("no longer .{0,80}? but ");

    /** The most clauses of a line that are read. */
    private static final int MOST_CLAUSES = 200;

    private FactText() {}

    /**
     * Gives each fact to the receiver, in order.
     *
     * @param reader reads one clause; null if it says no fact
     */
    static void read(String text, Function<String, @Nullable Clause> reader, Consumer<Clause> found) {
        LabeledClauses clauses = new LabeledClauses();
        TableRows table = new TableRows(clauses::add);
        FencedSettings fence = new FencedSettings(clauses::add);
        boolean diff = false;
        for (String line : Ends.of(text.lines().toList(), MOST_LINES)) {
            diff = isHunk(line) || (diff && !line.isEmpty() && "+- @\\".indexOf(line.charAt(0)) >= 0);
            if (fence.read(line)) {
                clauses.fenced(fence.isOpen());
            } else if (!diff && !line.startsWith("    ") && !table.read(line)) {
                clauses.line(body(line));
                Sentences.pieces(body(line)).stream()
                        .limit(MOST_CLAUSES)
                        .forEach(sentence -> sentence(sentence, reader, clauses));
            }
        }
        fence.end();
        clauses.give(found);
    }

    /** Returns whether a line begins a part of a diff, whose lines are code. */
    private static boolean isHunk(String line) {
        return line.startsWith("diff --git ")
                || line.startsWith("index ")
                || line.startsWith("@@ -")
                || (line.startsWith("--- ") && line.indexOf('|') < 0)
                || line.startsWith("+++ ");
    }

    private static void sentence(String sentence, Function<String, @Nullable Clause> reader, LabeledClauses found) {
        if (isQuestion(sentence)) {
            return;
        }
        List<Clause> clauses = new ArrayList<>();
        for (String part : parts(sentence)) {
            Clause clause = reader.apply(part);
            if (clause != null) {
                clauses.add(clause);
            }
        }
        int colon = sentence.indexOf(": ");
        String before = sentence.substring(0, colon < 0 ? Math.min(sentence.length(), Clause.LONGEST) : colon);
        if (!clauses.isEmpty() && !Superseded.isSaidBy(CORRECTED.matcher(before).replaceAll(""))) {
            String label = colon < 0 ? "" : before.strip();
            clauses.forEach(clause -> found.add(label, clause));
        }
    }

    private static boolean isQuestion(String sentence) {
        String said = sentence.strip();
        return said.endsWith("?") || said.endsWith("？") || said.endsWith("吗") || said.endsWith("؟");
    }

    /** Splits at semicolons before a blank, and at commas between assignments; not within quotes. */
    private static List<String> parts(String sentence) {
        boolean list = sentence.indexOf('=') >= 0 && sentence.indexOf('=') < sentence.lastIndexOf('=');
        List<String> parts = new ArrayList<>();
        boolean quoted = false;
        int from = 0;
        for (int i = 0; i < sentence.length(); i++) {
            char c = sentence.charAt(i);
            quoted ^= c == '"';
            boolean semicolon = c == ';' && (i + 1 == sentence.length() || sentence.charAt(i + 1) == ' ');
            if (!quoted
                    && (semicolon || c == '；' || c == '，' || (list && c == ',' && sentence.startsWith(" ", i + 1)))) {
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
