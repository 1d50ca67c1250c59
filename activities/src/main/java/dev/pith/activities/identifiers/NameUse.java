package dev.pith.activities.identifiers;

import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;

/** A mutable trace. Sums decay lazily, on update. */
final class NameUse {

    /** Maximum number of files stored for a symbol. */
    private static final int MOST_FILES = 4;

    private final double[] sums = new double[Source.COUNT];
    private final long[] last = new long[sums.length];
    private Map<String, Double> files = Map.of();
    private long lastEvent;
    private int events;
    private int edits;
    private boolean summarized;

    boolean isOf(long event) {
        return lastEvent == event;
    }

    boolean isOnce() {
        return events == 1;
    }

    /** Counts a use, at most once for each source and event. */
    void by(Source source, long event) {
        count(event);
        int i = source.place();
        if (last[i] != event) {
            sums[i] = sums[i] * Trace.fading(event - last[i]) + 1;
            last[i] = event;
        }
    }

    void summarized(long event) {
        count(event);
        summarized = true;
    }

    void edited() {
        edits++;
    }

    void in(String file, double weight) {
        if (files.isEmpty()) {
            files = new LinkedHashMap<>();
        }
        files.merge(file, weight, Double::sum);
        if (files.size() > 4 * MOST_FILES) {
            files = strongest();
        }
    }

    Trace trace(long now) {
        Double[] faded = new Double[sums.length];
        Arrays.setAll(faded, i -> Math.rint(sums[i] * Trace.fading(now - last[i]) * 1000) / 1000);
        return new Trace(Arrays.asList(faded), events, edits, summarized, strongest());
    }

    private void count(long event) {
        if (lastEvent != event) {
            lastEvent = event;
            events++;
        }
    }

    private Map<String, Double> strongest() {
        Map<String, Double> kept = new LinkedHashMap<>();
        files.entrySet().stream()
                .sorted(Map.Entry.<String, Double>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .limit(MOST_FILES)
                .forEach(entry -> kept.put(entry.getKey(), entry.getValue()));
        return kept;
    }
}
