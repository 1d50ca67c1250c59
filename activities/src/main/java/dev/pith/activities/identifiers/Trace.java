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
 * What is remembered of an identifier: for each source the sum of e^(−d/80) over the events that held it, where d is how
 * many events ago that was. Sums decay by multiplication, so a stretch's trace can be continued by the next stretch's.
 *
 * @param sums in the order of {@link Source}
 * @param events how many events held it
 * @param edits how often it was the file of an edit
 * @param summarized whether an earlier summary named it
 * @param files where it belongs, with weights; for symbols
 */
@JsonFormat(shape = JsonFormat.Shape.ARRAY)
public record Trace(List<Double> sums, int events, int edits, boolean summarized, Map<String, Double> files) {

    /** After so many events a use counts e times less. From the measurements that the score's form comes from. */
    private static final double FADING = 80;

    public Trace {
        if (sums.size() != Source.COUNT) {
            throw new IllegalArgumentException("a trace has a sum for each source, not " + sums.size());
        }
        sums = List.copyOf(sums);
        files = Map.copyOf(files);
    }

    /** What is left of a use after a number of events. */
    static double fading(long events) {
        return StrictMath.exp(-events / FADING);
    }

    /** What is left of a source's uses. */
    double sum(Source source) {
        return sums.get(source.place());
    }

    /**
     * The file that it belongs to most.
     *
     * @param factor what a file's weight is multiplied with; 0 leaves it out
     * @return null where there is none
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

    /** Whether only what tools answered named it. */
    boolean isOnlyAnswered() {
        return !summarized
                && sum(Source.RESULT)
                        == sums.stream().mapToDouble(Double::doubleValue).sum();
    }

    /** The uses of both. */
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

    /** The same trace, so many events later. */
    Trace faded(long eventsAfter) {
        double fading = fading(eventsAfter);
        return new Trace(sums(i -> sums.get(i) * fading), events, edits, summarized, files);
    }

    /** How likely it is needed again, without regard to its length. */
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
            // Three digits behind the point are enough to rank by and keep what is stored small.
            sums[i] = Math.rint(each.applyAsDouble(i) * 1000) / 1000;
        }
        return List.of(sums);
    }
}
