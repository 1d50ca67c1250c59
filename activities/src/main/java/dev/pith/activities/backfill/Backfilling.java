package dev.pith.activities.backfill;

import dev.pith.activities.store.Database;
import dev.pith.activities.store.RequestJson;
import dev.pith.workflows.backfill.BackfillRequest;
import dev.pith.workflows.backfill.BackfillRequest.Taking;
import dev.pith.workflows.backfill.Dispatch;
import dev.pith.workflows.backfill.InFlight;
import dev.pith.workflows.backfill.ItemOutcome;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.ToIntFunction;
import org.jdbi.v3.core.Handle;

/** The store side of a backfill workflow: begin, dispatch rounds, append, cancel. Thread-safe. */
public final class Backfilling {

    private final Database database;

    public Backfilling(Database database) {
        this.database = database;
    }

    /** Begins a run in place of the earlier one. Repeated for the same run, it changes nothing. */
    public void begin(BackfillRequest request, String run) {
        database.transact(handle -> {
            Backfills backfills = handle.attach(Backfills.class);
            Optional<Backfill> before = backfills.lock(request.name());
            if (before.filter(known -> known.run().equals(run)).isPresent()) {
                return false;
            }
            boolean imports = request.spec().files() != null && request.taking() == Taking.ALL;
            boolean lacks = request.taking() == Taking.FAILED
                    && before.filter(Backfill::lacksFiles).isPresent();
            backfills.begin(
                    request.name(),
                    run,
                    RequestJson.of(request.spec()),
                    request.maxInFlight(),
                    imports ? ImportState.RUNNING : lacks ? ImportState.INCOMPLETE : ImportState.NONE,
                    database.temporal());
            fill(handle, request, imports);
            return true;
        });
    }

    /** Runs a dispatch round. Returns {@link DispatchRound#NONE} if a newer run has replaced this one. */
    public Dispatch turn(String name, String run, InFlight inFlight) {
        Instant now = database.now();
        return database.transact(handle -> handle.attach(Backfills.class)
                .lock(name)
                .filter(known -> known.run().equals(run))
                .map(backfill -> new DispatchRound(handle, backfill, inFlight, now).taken())
                .orElse(DispatchRound.NONE));
    }

    /**
     * Appends the selected ones of the conversations that an importer read from a file. Has no effect if the run has
     * ended or was replaced.
     */
    public void append(Backfill to, String file, String[] conversations, Selected selected) {
        append(to, items -> items.select(to.name(), conversations, file, selected));
    }

    /** Appends a file without a conversation as an ended item. Has no effect if the run has ended or was replaced. */
    public void append(Backfill to, String file, ItemOutcome outcome, String why) {
        append(to, items -> items.unreadable(to.name(), file, outcome, why));
    }

    private void append(Backfill to, ToIntFunction<BackfillItems> appending) {
        database.transact(handle -> handle.attach(Backfills.class)
                .lock(to.name())
                .filter(known -> known.run().equals(to.run()) && known.running())
                .map(known -> appending.applyAsInt(handle.attach(BackfillItems.class))));
    }

    /** Cancels the backfill: starts no more items and stops running ones. */
    public void cancel(String name, String run) {
        database.transact(handle -> handle.attach(Backfills.class)
                .lock(name)
                .filter(known -> known.run().equals(run))
                .map(backfill -> handle.attach(Backfills.class).cancel(name)));
    }

    private static void fill(Handle handle, BackfillRequest request, boolean imports) {
        BackfillItems items = handle.attach(BackfillItems.class);
        if (request.taking() == Taking.FAILED) {
            String[] failed = Arrays.stream(ItemOutcome.values())
                    .filter(ItemOutcome::wantsAnotherTry)
                    .map(ItemOutcome::name)
                    .toArray(String[]::new);
            items.again(request.name(), failed);
            return;
        }
        items.forget(request.name());
        if (!imports) {
            items.select(
                    request.name(), null, null, Selected.ofStored(request.spec().selection()));
        }
    }
}
