package dev.pith.activities.context;

import dev.pith.activities.conversation.ContextVersion;
import dev.pith.activities.conversation.StoredMessage;
import dev.pith.activities.store.Database;
import dev.pith.activities.store.PrunedResults;
import dev.pith.activities.store.PrunedResults.PrunedResult;
import java.util.HashMap;
import java.util.Map;
import java.util.function.UnaryOperator;

/** Shortens the messages that a context version prunes; reads them in order, some hundreds at a time. */
final class PrunedMessages implements UnaryOperator<StoredMessage> {

    private static final int AHEAD = 500;

    private final Database database;
    private final ContextVersion version;
    private final Map<Long, PrunedResult> read = new HashMap<>();
    private long through;

    PrunedMessages(Database database, ContextVersion version) {
        this.database = database;
        this.version = version;
    }

    @Override
    public StoredMessage apply(StoredMessage message) {
        if (!version.pruned().contains(message.seq())) {
            return message;
        }
        if (message.seq() > through) {
            read.clear();
            through = message.seq() + AHEAD - 1;
            database.table(PrunedResults.class)
                    .in(version.conversation(), message.seq(), through, version.abandoned())
                    .forEach(result -> read.put(result.seq(), result));
        }
        PrunedResult shortened = read.get(message.seq());
        return shortened == null ? message : shortened.in(message);
    }
}
