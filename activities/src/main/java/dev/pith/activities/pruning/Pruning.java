package dev.pith.activities.pruning;

import dev.pith.activities.conversation.ContextVersion;
import dev.pith.activities.conversation.Ranges;
import dev.pith.activities.conversation.StoredMessage;
import dev.pith.activities.store.Compaction;
import dev.pith.activities.store.Compactions;
import dev.pith.activities.store.ContextVersions;
import dev.pith.activities.store.Database;
import dev.pith.activities.store.MessageReading;
import dev.pith.activities.store.Messages;
import dev.pith.activities.store.PrunedResults;
import dev.pith.activities.store.PrunedResults.PrunedResult;
import dev.pith.activities.store.RequestJson;
import dev.pith.workflows.Strategy;
import dev.pith.workflows.compaction.CompactionRequest;
import dev.pith.workflows.compaction.ContextTarget;
import dev.pith.workflows.compaction.Decision;
import dev.pith.workflows.compaction.Pruned;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;

/** Finds what a compaction can shorten without a model, stores the lines, and stages them. Thread-safe. */
public final class Pruning {

    private static final int BATCH = 200;

    private final Database database;

    public Pruning(Database database) {
        this.database = database;
    }

    /** Stages the lines of a planned compaction, and decides whether they are enough. Idempotent. */
    public Pruned prune(CompactionRequest request) {
        Compaction compaction =
                database.table(Compactions.class).find(request.id()).orElseThrow();
        ContextVersion version =
                database.table(ContextVersions.class).at(compaction.conversation(), compaction.fromVersion());
        long from = version.compactedThrough() + 1;
        long headTo = compaction.headTo() == null ? from - 1 : compaction.headTo();
        Ranges pruned = Ranges.of(from, headTo).plus(stored(compaction, version, headTo));
        Ranges without = version.abandoned().plus(Ranges.of(1, from - 1));
        PrunedResults results = database.table(PrunedResults.class);
        long after = compaction.tokensBefore()
                - results.saved(compaction.conversation(), pruned.minus(version.pruned()), without);
        boolean enough = compaction.decision() == Decision.PRUNE || isUnder(compaction, after);
        results.stage(compaction.id(), pruned, enough);
        return new Pruned(after, enough);
    }

    private static boolean isUnder(Compaction compaction, long after) {
        ContextTarget target = RequestJson.spec(compaction).context();
        return compaction.strategy() != Strategy.PRUNE
                && target != null
                && after <= target.of(compaction.tokensBefore());
    }

    /** Stores the shortened messages; returns those of the tail, whose calls were all made again later. */
    private Ranges stored(Compaction compaction, ContextVersion version, long headTo) {
        String conversation = compaction.conversation();
        long from = version.compactedThrough() + 1;
        RepeatedCalls repeated = new RepeatedCalls();
        try (Stream<StoredMessage> all =
                MessageReading.legible(database, conversation, from, compaction.mark(), version.abandoned())) {
            all.forEachOrdered(repeated::note);
        }
        MessagePruner pruner = new MessagePruner(conversation, repeated);
        List<PrunedResult> batch = new ArrayList<>();
        List<Ranges.Range> ofTail = new ArrayList<>();
        long to = Math.max(headTo, liveTurn(compaction, version) - 1);
        try (Stream<StoredMessage> all =
                MessageReading.legible(database, conversation, from, to, version.abandoned())) {
            for (Iterator<StoredMessage> messages = all.iterator(); messages.hasNext(); ) {
                StoredMessage message = messages.next();
                boolean inTail = message.seq() > headTo;
                pruner.shortened(message, inTail).ifPresent(result -> {
                    batch.add(result);
                    if (inTail) {
                        ofTail.add(new Ranges.Range(result.seq(), result.seq()));
                    }
                });
                if (batch.size() >= BATCH || !messages.hasNext()) {
                    store(conversation, batch);
                }
            }
        }
        return new Ranges(ofTail);
    }

    private void store(String conversation, List<PrunedResult> batch) {
        if (!batch.isEmpty()) {
            database.table(PrunedResults.class).insert(conversation, List.copyOf(batch));
            batch.clear();
        }
    }

    /** Returns the last message of a person, from which on nothing is shortened that is not before the tail. */
    private long liveTurn(Compaction compaction, ContextVersion version) {
        return database.table(Messages.class)
                .lastOfPerson(compaction.conversation(), compaction.mark(), version.abandoned())
                .map(StoredMessage::seq)
                .orElse(compaction.mark() + 1);
    }
}
