package dev.pith.activities.calling;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;

/** Waits for a permit among the workers of all processes. Thread-safe. */
final class Turns {

    /** How often a free permit is looked for. A call takes seconds, so this costs the endpoint next to no idle time. */
    private static final long LOOK_MILLIS = 50;

    /** After this much waiting the attempt gives its place in the worker back. Less than an attempt may wait. */
    private static final Duration LONGEST = Duration.ofSeconds(60);

    private static final ScheduledExecutorService CLOCK = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "pith-permits");
        thread.setDaemon(true);
        return thread;
    });

    private final Manners manners;

    Turns(Manners manners) {
        this.manners = manners;
    }

    /** The question's turn. */
    Turn take(Question question, Stop stop) {
        long end = System.nanoTime() + LONGEST.toNanos();
        Optional<Permit> permit = manners.permit();
        while (permit.isEmpty()) {
            if (stop.told()) {
                throw Unanswered.of(Unanswered.Kind.CANCELED, "canceled");
            }
            if (System.nanoTime() > end || manners.closedUntil().isPresent()) {
                throw Unanswered.later(
                        "model profile " + question.use().profile() + " has no place free", Duration.ofMillis(10));
            }
            sleep();
            permit = manners.permit();
        }
        return new Turn(manners, permit.get(), stop, CLOCK);
    }

    private static void sleep() {
        try {
            Thread.sleep(LOOK_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw Unanswered.later("this worker is stopping", Duration.ofMillis(10));
        }
    }
}
