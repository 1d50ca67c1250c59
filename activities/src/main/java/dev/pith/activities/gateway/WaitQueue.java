package dev.pith.activities.gateway;

import java.util.Comparator;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Who waits in this process for a turn at an endpoint: the urgent first, then who came first. Only the first looks for a
 * permit. Thread-safe.
 */
final class WaitQueue {

    private static final ConcurrentMap<String, WaitQueue> LINES = new ConcurrentHashMap<>();

    private final AtomicLong numbers = new AtomicLong();
    private final ConcurrentSkipListSet<Place> places =
            new ConcurrentSkipListSet<>(Comparator.comparingInt(Place::priority).thenComparingLong(Place::number));

    private long news;

    private WaitQueue() {}

    /** A place in a line. */
    record Place(int priority, long number) {}

    /** The one of an endpoint. */
    static WaitQueue at(String endpoint) {
        return LINES.computeIfAbsent(endpoint, any -> new WaitQueue());
    }

    Place join(int priority) {
        Place place = new Place(priority, numbers.incrementAndGet());
        places.add(place);
        return place;
    }

    boolean isFirst(Place place) {
        return !places.isEmpty() && places.first().equals(place);
    }

    /** Lets the next one look. */
    synchronized void leave(Place place) {
        places.remove(place);
        news++;
        notifyAll();
    }

    /** A permit was given back. */
    synchronized void freed() {
        news++;
        notifyAll();
    }

    /** Until somebody leaves or a permit is given back, at most so long. */
    synchronized void await(long millis) throws InterruptedException {
        long before = news;
        long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis);
        long left = millis;
        while (news == before && left > 0) {
            wait(left);
            left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
        }
    }
}
