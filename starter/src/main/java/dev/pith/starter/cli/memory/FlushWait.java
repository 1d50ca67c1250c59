package dev.pith.starter.cli.memory;

import dev.pith.activities.memory.Flush;
import dev.pith.activities.memory.Flushes;
import dev.pith.activities.store.Database;
import dev.pith.activities.store.StoreOutage;
import dev.pith.starter.cli.command.CommandProblem;
import dev.pith.starter.cli.command.ExitCode;
import dev.pith.starter.requesting.FlushRequests;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Waits for flushes by polling the store. Does not wait for a flush that failed and will be retried later. */
final class FlushWait {

    private static final long LOOK_MILLIS = 40;

    private final Flushes flushes;
    private final BooleanSupplier interrupted;
    private final Predicate<List<Flush>> hopeless;

    FlushWait(Database database, BooleanSupplier interrupted) {
        this(database, interrupted, due -> false);
    }

    /**
     * Creates an instance that also stops when waiting is useless.
     *
     * @param hopeless whether no worker can write any of the due flushes
     */
    FlushWait(Database database, BooleanSupplier interrupted, Predicate<List<Flush>> hopeless) {
        this.flushes = database.table(Flushes.class);
        this.interrupted = interrupted;
        this.hopeless = hopeless;
    }

    /**
     * Waits until no flush is due within a second, at most {@code limit}.
     *
     * @param conversation the conversation whose flushes to wait for; null for all
     * @return the remaining flushes, including those postponed or given up
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
        Instant now = Instant.now();
        return open.stream()
                .filter(flush -> flush.isDue(now, FlushRequests.TURN))
                .toList();
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
