package dev.pith.activities.identifiers;

import com.fasterxml.jackson.annotation.JsonFormat;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The identifiers of a conversation range with their traces. Adjacent ranges can be joined, so scores carry over from
 * one compaction to the next. Immutable.
 *
 * @param events number of events in the range; an event is one part of a message
 */
public record Traces(long events, List<Named> named) {

    /** The empty range. */
    public static final Traces NONE = new Traces(0, List.of());

    /** An identifier and its trace. */
    @JsonFormat(shape = JsonFormat.Shape.ARRAY)
    public record Named(IdentifierKind kind, String text, Trace trace) {
        Identifier identifier() {
            return new Identifier(kind, text);
        }
    }

    public Traces {
        named = List.copyOf(named);
    }

    /** Returns this range joined with the one that follows it. */
    public Traces then(Traces next) {
        Map<Identifier, Trace> joined = new LinkedHashMap<>();
        named.forEach(one -> joined.put(one.identifier(), one.trace().faded(next.events)));
        next.named.forEach(one -> joined.merge(one.identifier(), one.trace(), Trace::and));
        List<Named> both = new ArrayList<>();
        joined.forEach((id, trace) -> both.add(new Named(id.kind(), id.text(), trace)));
        return new Traces(events + next.events, both);
    }

    /** Returns the identifiers most likely needed again, at most {@code count}. */
    public Traces most(int count) {
        if (named.size() <= count) {
            return this;
        }
        return new Traces(
                events,
                named.stream()
                        .map(Weighed::of)
                        .sorted(Comparator.comparingDouble(Weighed::weight)
                                .reversed()
                                .thenComparing(weighed -> weighed.named().text()))
                        .limit(count)
                        .map(Weighed::named)
                        .toList());
    }

    /** Caches the weight: it uses logarithms, too slow to repeat in each comparison. */
    private record Weighed(Named named, double weight) {
        static Weighed of(Named named) {
            return new Weighed(named, named.kind().weight() * named.trace().need());
        }
    }
}
