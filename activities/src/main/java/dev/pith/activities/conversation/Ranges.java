package dev.pith.activities.conversation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * A set of message numbers as sorted ranges, both ends included, that are neither overlapping nor adjacent. Immutable.
 *
 * @param list the ranges in order
 */
public record Ranges(List<Range> list) {

    /** The first and last number, inclusive. */
    public record Range(long from, long to) {
        public Range {
            if (from < 1 || to < from) {
                throw new IllegalArgumentException("not a range of messages: " + from + " to " + to);
            }
        }

        /** Returns the number of messages. */
        public long size() {
            return to - from + 1;
        }
    }

    /** The empty set. */
    public static final Ranges NONE = new Ranges(List.of());

    public Ranges {
        list = normal(list);
    }

    public static Ranges of(long from, long to) {
        return to < from ? NONE : new Ranges(List.of(new Range(from, to)));
    }

    public boolean contains(long seq) {
        return list.stream().anyMatch(range -> range.from() <= seq && seq <= range.to());
    }

    public boolean isEmpty() {
        return list.isEmpty();
    }

    public long size() {
        return list.stream().mapToLong(Range::size).sum();
    }

    public Ranges plus(Ranges other) {
        List<Range> all = new ArrayList<>(list);
        all.addAll(other.list);
        return new Ranges(all);
    }

    public Ranges minus(Ranges other) {
        List<Range> left = new ArrayList<>();
        for (Range range : list) {
            long from = range.from();
            for (Range hole : other.list) {
                if (hole.to() < from || hole.from() > range.to()) {
                    continue;
                }
                if (hole.from() > from) {
                    left.add(new Range(from, hole.from() - 1));
                }
                from = hole.to() + 1;
            }
            if (from <= range.to()) {
                left.add(new Range(from, range.to()));
            }
        }
        return new Ranges(left);
    }

    /** Returns the ranges for display: {@code 1–4, 9}. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        for (Range range : list) {
            text.append(text.isEmpty() ? "" : ", ").append(range.from());
            if (range.to() > range.from()) {
                text.append('–').append(range.to());
            }
        }
        return text.toString();
    }

    private static List<Range> normal(List<Range> ranges) {
        List<Range> sorted = new ArrayList<>(ranges);
        sorted.sort(Comparator.comparingLong(Range::from));
        List<Range> merged = new ArrayList<>();
        for (Range range : sorted) {
            Range last = merged.isEmpty() ? null : merged.get(merged.size() - 1);
            if (last != null && range.from() <= last.to() + 1) {
                merged.set(merged.size() - 1, new Range(last.from(), Math.max(last.to(), range.to())));
            } else {
                merged.add(range);
            }
        }
        return List.copyOf(merged);
    }
}
