package dev.pith.activities.gateway;

import java.util.Comparator;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The calls of this process that wait for a permit of an endpoint, ordered by priority, then by arrival. Only the first
 * one polls for a permit. Thread-safe.
 */
final class WaitQueue {

    private static final ConcurrentMap<String, WaitQueue> LINES = new ConcurrentHashMap<>();

    private final AtomicLong numbers = new AtomicLong();
    private final ConcurrentSkipListSet<Place> places =
            new ConcurrentSkipListSet<>(Comparator.comparingInt(Place::priority).thenComparingLong(Place::number));

    private long news;

    private WaitQueue() {}

    /** A place in the queue. */
    record Place(int priority, long number) {}

    /** Returns the queue of an endpoint. */
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

    /** Leaves the queue; the next one then polls for a permit. */
    synchronized void leave(Place place) {
        places.remove(place);
        news++;
        notifyAll();
    }

    /** Wakes the queue after a permit was returned. */
    synchronized void freed() {
        news++;
        notifyAll();
    }

    /** Blocks until a place is left or a permit is returned, at most for the given time. */
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
