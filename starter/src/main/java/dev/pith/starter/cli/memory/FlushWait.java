package dev.pith.starter.cli.memory;

import dev.pith.activities.memory.Flush;
import dev.pith.activities.memory.Flushes;
import dev.pith.activities.store.Database;
import dev.pith.activities.store.StoreOutage;
import dev.pith.starter.cli.command.CommandProblem;
import dev.pith.starter.cli.command.ExitCode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Waits for flushes, by what the store says of them. A flush whose attempt failed has its next one later and is not waited
 * for.
 */
final class FlushWait {

    private static final long LOOK_MILLIS = 40;

    /** What comes again this soon is worth the wait: a flush that only waits for its turn does within milliseconds. */
    private static final Duration TURN = Duration.ofSeconds(1);

    private final Flushes flushes;
    private final BooleanSupplier interrupted;
    private final Predicate<List<Flush>> hopeless;

    FlushWait(Database database, BooleanSupplier interrupted) {
        this(database, interrupted, due -> false);
    }

    /**
     * One that also ends where waiting has no use.
     *
     * @param hopeless whether none of those that are due can be written by anybody
     */
    FlushWait(Database database, BooleanSupplier interrupted, Predicate<List<Flush>> hopeless) {
        this.flushes = database.table(Flushes.class);
        this.interrupted = interrupted;
        this.hopeless = hopeless;
    }

    /**
     * Waits until nothing is due or about to be, at most so long.
     *
     * @param conversation whose flushes; null for all
     * @return what is still to be done, put off and given up included
     */
    List<Flush> atMost(Duration limit, @Nullable String conversation) {
        Instant end = Instant.now().plus(limit);
        List<Flush> open = StoreOutage.outlasted(() -> flushes.open(conversation));
        List<Flush> due = due(open);
        while (!due.isEmpty() && Instant.now().isBefore(end) && !interrupted.getAsBoolean() && !hopeless.test(due)) {
            sleep();
            open = StoreOutage.outlasted(() -> flushes.open(conversation));
            due = due(open);
        }
        return open;
    }

    private static List<Flush> due(List<Flush> open) {
        return open.stream().filter(FlushWait::isDue).toList();
    }

    private static boolean isDue(Flush flush) {
        return flush.pending() && flush.due().isBefore(Instant.now().plus(TURN));
    }

    private static void sleep() {
        try {
            Thread.sleep(LOOK_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CommandProblem(ExitCode.CANCELED, "interrupted");
        }
    }
}
