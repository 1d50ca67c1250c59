package dev.pith.benchmarks.quality;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** The figures of one budget over all its summaries. Not thread-safe. */
final class Row {

    private final String title;
    private final Map<Probe.Kind, int[]> probes = new EnumMap<>(Probe.Kind.class);
    private final List<String> stale = new ArrayList<>();
    private final List<String> unproven = new ArrayList<>();
    private final List<String> unanswered = new ArrayList<>();
    private final List<Double> unusedLines = new ArrayList<>();
    private final List<Double> unusedNames = new ArrayList<>();
    private final int[] ledger = new int[4];
    private final long[] rereads = new long[5];
    private final Map<String, int[]> classes = new TreeMap<>();
    private int summaries;
    private int checked;

    Row(String title) {
        this.title = title;
    }

    void add(Cut cut, SummaryText summary) {
        summaries++;
        StaleLines lines = new StaleLines(summary, cut.before());
        checked += lines.checked();
        lines.refuted().forEach(one -> stale.add(told(cut, one)));
        lines.unproven().forEach(one -> unproven.add(told(cut, one)));
        for (Probe probe : Probes.of(cut)) {
            boolean answered = probe.answers().test(summary);
            int[] count = probes.computeIfAbsent(probe.kind(), unused -> new int[2]);
            count[0] += answered ? 1 : 0;
            count[1]++;
            if (!answered) {
                unanswered.add(cut.name() + " line " + probe.line() + ", "
                        + probe.kind().title() + ": " + CommandText.tidy(probe.answer()));
            }
        }
        ledger(new LedgerUse(summary, cut.after()));
        if (cut.summary() != null) {
            rereads(new Rereads(cut), summary, new SummaryText(cut.summary()));
        }
    }

    private static String told(Cut cut, StaleLines.Stale stale) {
        return cut.name() + ": " + stale.line() + "\n    " + stale.because();
    }

    private void ledger(LedgerUse use) {
        use.classes().forEach((name, count) -> {
            int[] sum = classes.computeIfAbsent(name, unused -> new int[2]);
            sum[0] += count[0];
            sum[1] += count[1];
        });
        if (use.lines() > 0) {
            unusedLines.add(100.0 * use.unusedLines() / use.lines());
            unusedNames.add(100.0 * use.unusedNames() / use.names());
            ledger[0] += use.unusedLines();
            ledger[1] += use.lines();
            ledger[2] += use.unusedNames();
            ledger[3] += use.names();
        }
    }

    private void rereads(Rereads again, SummaryText own, SummaryText theirs) {
        rereads[0] += again.count();
        rereads[1] += again.named(own);
        rereads[2] += again.withSymbol(own);
        rereads[3] += again.named(theirs);
        rereads[4] += again.withSymbol(theirs);
    }

    List<String> stale() {
        return stale;
    }

    List<String> unproven() {
        return unproven;
    }

    List<String> unanswered() {
        return unanswered;
    }

    String title() {
        return title;
    }

    boolean isEmpty() {
        return summaries == 0;
    }

    /** The cells of its line in the first table. */
    List<String> probeCells() {
        List<String> cells =
                new ArrayList<>(List.of(title, "" + summaries, stale.size() + "/" + checked, "" + unproven.size()));
        int[] sum = new int[2];
        List<String> kinds = new ArrayList<>();
        for (Probe.Kind kind : Probe.Kind.values()) {
            int[] count = probes.getOrDefault(kind, new int[2]);
            sum[0] += kind.counts() ? count[0] : 0;
            sum[1] += kind.counts() ? count[1] : 0;
            kinds.add(count[0] + "/" + count[1]);
        }
        cells.add(share(sum[0], sum[1]));
        cells.addAll(kinds);
        return cells;
    }

    /** The cells of its line in the second table. */
    List<String> useCells() {
        return List.of(
                title,
                "" + rereads[0],
                share(rereads[1], rereads[0]),
                share(rereads[2], rereads[0]),
                share(rereads[3], rereads[0]),
                share(rereads[4], rereads[0]),
                share(ledger[0], ledger[1]) + ", median " + median(unusedLines),
                share(ledger[2], ledger[3]) + ", median " + median(unusedNames));
    }

    /** The share of names of each class in the ledger that were never used. */
    List<String> classCells() {
        return classes.entrySet().stream()
                .map(one -> one.getKey() + " " + share(one.getValue()[0], one.getValue()[1]))
                .toList();
    }

    private static String share(long part, long whole) {
        return whole == 0 ? "-" : String.format(Locale.ROOT, "%.2f (%d/%d)", (double) part / whole, part, whole);
    }

    private static String median(List<Double> shares) {
        List<Double> sorted = shares.stream().sorted().toList();
        return sorted.isEmpty() ? "-" : String.format(Locale.ROOT, "%.0f %%", sorted.get(sorted.size() / 2));
    }
}
