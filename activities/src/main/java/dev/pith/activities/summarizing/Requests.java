package dev.pith.activities.summarizing;

import dev.pith.activities.dates.Days;
import dev.pith.activities.tokens.TokenCounter;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Prints the requests of persons, word for word within the budget: short ones whole, long ones cut to equal shares, the
 * first and the last to double shares. If that does not fit, omits the questions that they answer, the oldest first;
 * then drops requests between the first and the last: those that say of themselves that they do not matter, then those
 * that a later one repeats except for numbers, which then tells their number, then those without a rule, the oldest
 * first.
 */
final class Requests {

    /** The smallest useful share in tokens; smaller shares are avoided by dropping requests. */
    private static final int LEAST = 20;

    private static final int FRAME = 2;

    /** The most tokens of the section's title. */
    private static final int TITLE = 6;

    /** The tokens that are left free, since sums of counts are off by a few. */
    private static final int SPARE = 6;

    /** The most tokens of the number of requests that one stands for: shorter ones are not folded. */
    private static final int COUNT = 9;

    /** A request of so few tokens is quoted whole or not at all. */
    private static final int SHORT = 40;

    /** A request of more lines was pasted: output, a log, a text of others. */
    private static final int MOST_LINES = 12;

    /** The share of a pasted request between the first and the last in the most tokens of one request. */
    private static final double PASTED = 0.6;

    private final TokenCounter counter;
    private final List<Request> asked;
    private final Days days;

    /** Caches by the text, since each request is examined repeatedly. */
    private final Map<String, Integer> sizes = new HashMap<>();

    private final Map<String, String> shapes = new HashMap<>();
    private final Map<String, Boolean> binding = new HashMap<>();
    private final Map<String, Boolean> voids = new HashMap<>();

    /**
     * Creates the section's writer.
     *
     * @param days dates the first request of each day, if there are several
     */
    Requests(TokenCounter counter, List<Request> requests, Days days) {
        this.days = days;
        this.counter = counter;
        Map<String, Request> once = new LinkedHashMap<>();
        for (Request request : requests) {
            String same = request.whole().toLowerCase(Locale.ROOT);
            // A repeated request keeps only its last place, and what it stands for.
            Request before = once.remove(same);
            once.put(same, before == null ? request : request.repeating(before));
        }
        asked = new ArrayList<>(once.values());
    }

    /**
     * Writes as many requests as fit.
     *
     * @param most the most tokens of one request
     */
    void writeTo(Section section, int most) {
        List<Request> kept = new ArrayList<>(asked);
        int room = section.left() - TITLE - SPARE;
        omitQuestions(kept, room, most);
        int least = dropped(kept, room, most);
        while (least > 0) {
            Request dropped = kept.remove(least);
            count(dropped, kept.subList(least, kept.size()));
            least = dropped(kept, room, most);
        }
        if (kept.isEmpty()) {
            return;
        }
        List<Integer> order = order(kept.size());
        for (int n = 0; n < order.size(); n++) {
            int i = order.get(n);
            boolean between = i > 0 && i < kept.size() - 1;
            int share =
                    Math.min(limit(kept, i, most), share(kept, order.subList(n, order.size()), section.left() - SPARE));
            // If it does not fit whole, its own words come before the question that they answer.
            Request request = share < size(kept.get(i)) ? kept.get(i).unasked() : kept.get(i);
            boolean torn = between && share < size(request) && words(request) + FRAME <= SHORT;
            if (torn) {
                // Half of a short sentence says less than a whole one elsewhere.
                count(kept.get(i), kept.subList(1, i));
                continue;
            }
            String day = i > 0 && Objects.equals(day(kept.get(i)), day(kept.get(i - 1))) ? "" : dated(kept.get(i));
            write(section, i, day, request, share);
        }
    }

    /** Omits questions until the requests fit, the oldest first; a reply that says nothing without its question, too. */
    private void omitQuestions(List<Request> kept, int room, int most) {
        for (int i = 0; i < kept.size() && total(kept, most) > room; i++) {
            boolean between = i > 0 && i < kept.size() - 1;
            if (between && new ShortReply(kept.get(i).text()).isBare()) {
                kept.remove(i--);
            } else {
                kept.set(i, kept.get(i).unasked());
            }
        }
    }

    /** Retries with less of the text if it does not fit, since an indented line break takes more tokens. */
    private void write(Section section, int place, String day, Request request, int share) {
        String note = request.note();
        int room = share;
        boolean written;
        do {
            String excerpt = Excerpt.of(request.text(), room, counter);
            // A fence with words behind it ends no block.
            String text = note.isEmpty() || !excerpt.endsWith("```") ? excerpt + note : excerpt + "\n" + note.strip();
            written = section.offer(place, "- " + day + indented(text));
            room = room * 7 / 8;
        } while (!written && room >= LEAST / 2);
    }

    private static String indented(String text) {
        return text.replace("\n", "\n  ");
    }

    private static boolean isPasted(Request request) {
        return request.text().lines().limit(MOST_LINES + 1).count() > MOST_LINES;
    }

    private @Nullable LocalDate day(Request request) {
        return days.of(request.seq());
    }

    private String dated(Request request) {
        LocalDate day = day(request);
        return day == null || !days.several() ? "" : day + ": ";
    }

    /** Returns the request to drop so that the others fit; 0 if all of them are to be written. */
    private int dropped(List<Request> kept, int room, int most) {
        if (kept.size() <= 2 || total(kept, most) <= room) {
            return 0;
        }
        return room / (kept.size() + 2) < LEAST
                ? leastWanted(kept)
                : oldestRepeated(kept, request -> !binds(request) && words(request) > COUNT);
    }

    private int total(List<Request> kept, int most) {
        return IntStream.range(0, kept.size())
                .map(i -> Math.min(size(kept.get(i)), limit(kept, i, most)))
                .sum();
    }

    private static int limit(List<Request> kept, int place, int most) {
        boolean between = place > 0 && place < kept.size() - 1;
        return between && isPasted(kept.get(place)) ? (int) (most * PASTED) : most;
    }

    /** Lets the first of some requests that has the shape of a dropped one stand for it. */
    private void count(Request dropped, List<Request> some) {
        for (int i = 0; i < some.size(); i++) {
            if (shape(some.get(i)).equals(shape(dropped))) {
                some.set(i, some.get(i).standingFor(dropped));
                return;
            }
        }
    }

    private String shape(Request request) {
        return shapes.computeIfAbsent(request.whole(), unused -> request.shape());
    }

    private boolean binds(Request request) {
        return binding.computeIfAbsent(request.text(), Weight::binds);
    }

    /**
     * Returns the request to drop: the oldest one that says of itself that it does not matter, else the oldest one that
     * a later one repeats except for numbers, else the oldest one without a rule, else the oldest; never the first or
     * the last.
     */
    private int leastWanted(List<Request> kept) {
        int idle = 0;
        int loose = 0;
        for (int i = kept.size() - 2; i > 0; i--) {
            Request request = kept.get(i);
            if (voids.computeIfAbsent(request.text(), unused -> request.isVoid())) {
                idle = i;
            } else if (!binds(request)) {
                loose = i;
            }
        }
        int repeated = idle > 0 ? 0 : oldestRepeated(kept, request -> true);
        return idle > 0 ? idle : repeated > 0 ? repeated : Math.max(loose, 1);
    }

    /**
     * Returns the oldest request after the first that a later one repeats except for numbers; 0 if there is none.
     *
     * @param dropped which ones may be dropped
     */
    private int oldestRepeated(List<Request> kept, Predicate<Request> dropped) {
        Set<String> later = new HashSet<>();
        int repeated = 0;
        for (int i = kept.size() - 1; i > 0; i--) {
            Request request = kept.get(i);
            if (!later.add(shape(request)) && dropped.test(request)) {
                repeated = i;
            }
        }
        return repeated;
    }

    /** Returns the order of writing: the last, the first, then from the newest back. */
    private static List<Integer> order(int size) {
        List<Integer> order = new ArrayList<>();
        order.add(size - 1);
        if (size > 1) {
            order.add(0);
        }
        for (int i = size - 2; i > 0; i--) {
            order.add(i);
        }
        return order;
    }

    private int size(Request request) {
        return words(request) + FRAME + (request.note().isEmpty() ? 0 : counter.strict(request.note()));
    }

    private int words(Request request) {
        return sizes.computeIfAbsent(request.text(), text -> counter.strict(indented(text)));
    }

    /**
     * Returns the share of the first of the remaining requests. Max-min fair: what short ones do not need goes to long
     * ones.
     */
    private int share(List<Request> requests, List<Integer> left, int room) {
        List<Integer> bySize = new ArrayList<>(left);
        bySize.sort(Comparator.comparingDouble(i -> (double) size(requests.get(i)) / weight(i, requests.size())));
        int weights = left.stream().mapToInt(i -> weight(i, requests.size())).sum();
        int rest = room;
        for (int i : bySize) {
            int weight = weight(i, requests.size());
            int size = size(requests.get(i));
            boolean small = (long) size * weights <= (long) rest * weight;
            if (i == left.get(0)) {
                return small ? size : Math.max(0, rest * weight / weights);
            }
            if (small) {
                rest -= size;
                weights -= weight;
            }
        }
        return rest;
    }

    private static int weight(int i, int size) {
        return i == 0 || i == size - 1 ? 2 : 1;
    }
}
