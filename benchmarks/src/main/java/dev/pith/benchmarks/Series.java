package dev.pith.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Repeated measurements of one thing, told as median and range. */
final class Series {

    private final String name;
    private final String unit;
    private final List<Double> values = new ArrayList<>();

    Series(String name, String unit) {
        this.name = name;
        this.unit = unit;
    }

    void add(double value) {
        values.add(value);
    }

    void print() {
        List<Double> sorted = values.stream().sorted().toList();
        int middle = sorted.size() / 2;
        double median = sorted.size() % 2 == 1 ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
        System.out.printf(
                Locale.ROOT,
                "%-42s median %8.2f %s (%.2f to %.2f, %d runs)%n",
                name,
                median,
                unit,
                sorted.get(0),
                sorted.get(sorted.size() - 1),
                sorted.size());
    }
}
