package dev.pith.activities.identifiers;

import com.fasterxml.jackson.annotation.JsonFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.IntToDoubleFunction;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/**
 * The usage statistics of an identifier: for each source, the sum of e^(−d/80) over the events that contain it, where d
 * is the age of the event in events. Sums decay by multiplication, so traces of consecutive ranges can be combined.
 *
 * @param sums in the order of {@link Source}
 * @param events number of events that contain the identifier
 * @param edits number of edits of this file
 * @param summarized whether an earlier summary mentions it
 * @param files for symbols: the files it belongs to, with weights
 */
@JsonFormat(shape = JsonFormat.Shape.ARRAY)
public record Trace(List<Double> sums, int events, int edits, boolean summarized, Map<String, Double> files) {

    /** Number of events after which a use decays by the factor e. Measured together with the form of the score. */
    private static final double FADING = 80;

    public Trace {
        if (sums.size() != Source.COUNT) {
            throw new IllegalArgumentException("a trace has a sum for each source, not " + sums.size());
        }
        sums = List.copyOf(sums);
        files = Map.copyOf(files);
    }

    /** Returns the decay factor after a number of events. */
    static double fading(long events) {
        return StrictMath.exp(-events / FADING);
    }

    /** Returns the decayed sum of a source. */
    double sum(Source source) {
        return sums.get(source.place());
    }

    /**
     * Returns the file with the highest weight.
     *
     * @param factor multiplier for a file's weight; 0 excludes the file
     * @return null if there is none
     */
    @Nullable
    String home(ToDoubleFunction<String> factor) {
        String home = null;
        double most = 0;
        for (String file : new TreeSet<>(files.keySet())) {
            double weight = files.getOrDefault(file, 0.0) * factor.applyAsDouble(file);
            if (weight > most) {
                most = weight;
                home = file;
            }
        }
        return home;
    }

    /** Whether the identifier occurred in tool results only. */
    boolean isOnlyAnswered() {
        return !summarized
                && sum(Source.RESULT)
                        == sums.stream().mapToDouble(Double::doubleValue).sum();
    }

    /** Returns the sum of both traces. */
    Trace and(Trace other) {
        Map<String, Double> joined = new LinkedHashMap<>(files);
        other.files.forEach((file, weight) -> joined.merge(file, weight, Double::sum));
        return new Trace(
                sums(i -> sums.get(i) + other.sums.get(i)),
                events + other.events,
                edits + other.edits,
                summarized || other.summarized,
                joined);
    }

    /** Returns this trace, decayed by a number of events. */
    Trace faded(long eventsAfter) {
        double fading = fading(eventsAfter);
        return new Trace(sums(i -> sums.get(i) * fading), events, edits, summarized, files);
    }

    /** Returns the likelihood of reuse, regardless of length. */
    double need() {
        double need = 0;
        for (Source source : Source.values()) {
            need += source.weight() * StrictMath.log1p(sum(source));
        }
        return need + 0.5 * StrictMath.log1p(events) + Math.min(1, StrictMath.log1p(edits)) + (summarized ? 0.5 : 0);
    }

    private static List<Double> sums(IntToDoubleFunction each) {
        Double[] sums = new Double[Source.COUNT];
        for (int i = 0; i < sums.length; i++) {
            // Three decimal places suffice for ranking and keep the stored form small.
            sums[i] = Math.rint(each.applyAsDouble(i) * 1000) / 1000;
        }
        return List.of(sums);
    }
}
