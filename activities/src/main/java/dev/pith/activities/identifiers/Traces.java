package dev.pith.activities.identifiers;

import com.fasterxml.jackson.annotation.JsonFormat;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The identifiers of a stretch of a conversation with their traces. Neighboring stretches can be joined, so that scores
 * carry over from one compaction to the next. Immutable.
 *
 * @param events how many events the stretch has: an event is one part of a message
 */
public record Traces(long events, List<Named> named) {

    /** Nothing read yet. */
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

    /** This stretch and the next one as one. */
    public Traces then(Traces next) {
        Map<Identifier, Trace> joined = new LinkedHashMap<>();
        named.forEach(one -> joined.put(one.identifier(), one.trace().faded(next.events)));
        next.named.forEach(one -> joined.merge(one.identifier(), one.trace(), Trace::and));
        List<Named> both = new ArrayList<>();
        joined.forEach((id, trace) -> both.add(new Named(id.kind(), id.text(), trace)));
        return new Traces(events + next.events, both);
    }

    /** The so many that are most likely needed again. */
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

    /** A weight takes logarithms: it is found once, not in each comparison. */
    private record Weighed(Named named, double weight) {
        static Weighed of(Named named) {
            return new Weighed(named, named.kind().weight() * named.trace().need());
        }
    }
}
