package dev.pith.benchmarks.quality;

import dev.pith.activities.summarizing.Summarizer;
import dev.pith.activities.tokens.TokenCounter;
import dev.pith.starter.importing.NotAConversationException;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Has a summarizer summarize the heads of cut sessions, and sums up what the summaries are worth. Not thread-safe. */
public final class Study {

    private static final List<Double> SHARES = List.of(1.0, 0.5, 0.25);

    /** For sessions that nobody summarized, in tokens. */
    private static final int BUDGET = 1_000;

    private final Summarizer summarizer;
    private final @Nullable Path keep;
    private final Map<Double, Row> shares = new LinkedHashMap<>();
    private final Row control = new Row("control, " + BUDGET + " tokens");

    /** @param keep where to leave the summaries to be looked at, null for nowhere */
    public Study(Summarizer summarizer, @Nullable Path keep) {
        this.summarizer = summarizer;
        this.keep = keep;
        SHARES.forEach(share -> shares.put(share, new Row("native × " + share)));
    }

    /** Takes every log under a folder. */
    public void add(Path folder) throws IOException {
        for (Path file : Cutter.logs(folder)) {
            for (Cut cut : Cutter.of(file)) {
                try {
                    add(cut);
                } catch (NotAConversationException e) {
                    throw new IOException(file + ": the head could not be imported: " + e.getMessage(), e);
                }
            }
        }
    }

    void add(Cut cut) throws IOException, NotAConversationException {
        Product product = Product.of(cut);
        if (cut.summary() == null) {
            add(cut, control, product, BUDGET);
            return;
        }
        int tokens = TokenCounter.shared().count(cut.summary());
        for (Map.Entry<Double, Row> share : shares.entrySet()) {
            add(cut, share.getValue(), product, (int) Math.round(share.getKey() * tokens));
        }
    }

    private void add(Cut cut, Row row, Product product, int budget) throws IOException {
        SummaryText summary = product.summary(summarizer, budget);
        row.add(cut, summary);
        if (keep != null) {
            String name = (cut.name() + " " + row.title()).replaceAll("[^\\w.]+", "-");
            Files.writeString(Files.createDirectories(keep).resolve(name + ".md"), summary.text());
        }
    }

    /**
     * Prints the tables and every stale line.
     *
     * @param every whether unanswered probes are listed too
     */
    public void print(PrintStream out, boolean every) {
        if (rows().findAny().isEmpty()) {
            out.println("no session long enough: give folders with logs of Claude Code, Codex, opencode or pi");
            return;
        }
        List<String> head = new ArrayList<>(List.of("budget", "n", "stale", "unproven", "probes answered"));
        Stream.of(Probe.Kind.values()).map(Probe.Kind::title).forEach(head::add);
        table(out, head, rows().map(Row::probeCells).toList());
        out.println();
        table(
                out,
                List.of(
                        "budget",
                        "re-read files",
                        "named",
                        "with a symbol",
                        "native: named",
                        "with a symbol",
                        "unused ledger lines",
                        "unused names"),
                rows().map(Row::useCells).toList());
        rows().forEach(row -> list(out, row.title() + ", unused names by class", row.classCells()));
        rows().forEach(row -> list(out, row.title() + ", stale", row.stale()));
        if (every) {
            rows().forEach(row -> list(out, row.title() + ", said to be mended, unproven", row.unproven()));
            rows().forEach(row -> list(out, row.title() + ", unanswered", row.unanswered()));
        }
    }

    private Stream<Row> rows() {
        return Stream.concat(shares.values().stream(), Stream.of(control)).filter(row -> !row.isEmpty());
    }

    private static void table(PrintStream out, List<String> head, List<List<String>> rows) {
        out.println("| " + String.join(" | ", head) + " |");
        out.println("|" + "---|".repeat(head.size()));
        rows.forEach(cells -> out.println("| " + String.join(" | ", cells) + " |"));
    }

    private static void list(PrintStream out, String title, List<String> lines) {
        if (!lines.isEmpty()) {
            out.println();
            out.println(title + ":");
            lines.forEach(line -> out.println("  " + line));
        }
    }
}
