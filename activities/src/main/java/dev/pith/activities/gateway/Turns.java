package dev.pith.activities.gateway;

import dev.pith.workflows.ActivityPolicies;
import java.time.Duration;
import java.util.Optional;

/** Waits for a permit among the workers of all processes. Thread-safe. */
final class Turns {

    /** How often a permit is looked for that another process may have freed; one freed here is heard of at once. */
    private static final long LOOK_MILLIS = 50;

    /** After this much waiting the attempt gives its place in the worker back. Less than an attempt may wait. */
    private static final Duration LONGEST = Duration.ofSeconds(60);

    private final Manners manners;
    private volatile boolean over;

    Turns(Manners manners) {
        this.manners = manners;
    }

    /** The question's turn. */
    Turn take(Question question, Stop stop) {
        Line line = Line.at(manners.endpoint());
        Line.Place place = line.join(stop.priority());
        try {
            return new Turn(manners, permit(line, place, question, stop), stop);
        } finally {
            line.leave(place);
        }
    }

    private Permit permit(Line line, Line.Place place, Question question, Stop stop) {
        long end = System.nanoTime() + LONGEST.toNanos();
        Optional<Permit> permit = next(line, place);
        while (permit.isEmpty()) {
            if (stop.told()) {
                throw Unanswered.of(Unanswered.Kind.CANCELED, "canceled");
            }
            if (System.nanoTime() > end || manners.closedUntil().isPresent()) {
                throw Unanswered.later(
                        "model profile " + question.use().profile() + " has no place free",
                        ActivityPolicies.SHORTEST_DELAY);
            }
            awaitNews(line);
            permit = next(line, place);
        }
        return permit.get();
    }

    /** Nobody gets a turn here any more; who waits for one hears it at once. */
    void end() {
        over = true;
        Line.at(manners.endpoint()).freed();
    }

    private Optional<Permit> next(Line line, Line.Place place) {
        if (over) {
            throw stopping();
        }
        return line.isFirst(place) ? manners.permit() : Optional.empty();
    }

    private static void awaitNews(Line line) {
        try {
            line.await(LOOK_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw stopping();
        }
    }

    private static Unanswered stopping() {
        return Unanswered.later("this worker is stopping", ActivityPolicies.SHORTEST_DELAY);
    }
}
