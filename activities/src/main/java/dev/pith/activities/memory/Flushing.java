package dev.pith.activities.memory;

import dev.pith.activities.store.Database;
import dev.pith.activities.store.RequestJson;
import dev.pith.workflows.flush.Due;
import dev.pith.workflows.flush.FlushRange;
import dev.pith.workflows.model.ModelUse;
import dev.pith.workflows.model.OnModelFailure;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Chooses the range that is flushed next, and records failed attempts. Thread-safe; each step is idempotent. */
public final class Flushing {

    /** Delays before the retries of a failed attempt; after the last one, the flush is degraded or given up. */
    private static final List<Duration> DELAYS = List.of(
            Duration.ofMinutes(1),
            Duration.ofMinutes(5),
            Duration.ofMinutes(30),
            Duration.ofHours(2),
            Duration.ofHours(6));

    private final Database database;

    public Flushing(Database database) {
        this.database = database;
    }

    /** Returns the first range that is due, or the milliseconds until one is; both null if none is pending. */
    public Due next(String conversation) {
        Flushes flushes = database.table(Flushes.class);
        Optional<Flush> next = flushes.startNext(conversation);
        if (next.isPresent()) {
            return new Due(range(next.get()), null);
        }
        return flushes.nextDue(conversation)
                .map(due -> new Due(null, Math.max(1, millis(database.now(), due))))
                .orElseGet(() -> new Due(null, null));
    }

    /** Postpones a range by a number of milliseconds without counting an attempt. */
    public void postpone(FlushRange range, long millis, String why) {
        database.table(Flushes.class).postpone(range.flush(), database.now().plusMillis(millis), why);
    }

    /** Records a failed attempt and decides what follows: a retry, extraction without a model, or giving up. */
    public void failed(FlushRange range, String why) {
        Flushes flushes = database.table(Flushes.class);
        if (range.attempt() <= DELAYS.size()) {
            Instant due = database.now().plus(DELAYS.get(range.attempt() - 1));
            flushes.failed(range.flush(), range.attempt(), due, why);
        } else if (range.model() != null && range.model().onFailure() == OnModelFailure.DEGRADE) {
            flushes.withoutModel(range.flush(), why);
        } else {
            flushes.giveUp(range.flush(), range.attempt(), why);
        }
    }

    /** Splits a range into two; returns false if it is a single message. */
    public boolean split(FlushRange range) {
        return database.transact(handle -> {
            Flushes flushes = handle.attach(Flushes.class);
            Flush flush = flushes.lock(range.flush()).orElseThrow();
            if (flush.toSeq() < range.toSeq()) {
                return true;
            }
            if (flush.fromSeq() == flush.toSeq()) {
                return false;
            }
            long middle = flushes.middle(flush.conversation(), flush.fromSeq(), flush.toSeq());
            flushes.shorten(flush.id(), middle);
            flushes.rest(flush.id(), middle + 1, flush.toSeq());
            return true;
        });
    }

    private FlushRange range(Flush flush) {
        ModelUse model = RequestJson.model(flush.model(), flush.id());
        Instant could = flush.due().isAfter(flush.created()) ? flush.due() : flush.created();
        return new FlushRange(
                flush.id(),
                flush.conversation(),
                flush.fromSeq(),
                flush.toSeq(),
                flush.compaction(),
                model,
                flush.asked(),
                flush.attempts() + 1,
                Math.max(0, millis(could, database.now())));
    }

    private static long millis(Instant from, Instant to) {
        return Duration.between(from, to).toMillis();
    }
}
