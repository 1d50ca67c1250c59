package dev.pith.activities.backfill;

import dev.pith.activities.conversation.ConversationHeader;
import dev.pith.activities.conversation.OpaqueId;
import dev.pith.activities.store.Compactions;
import dev.pith.activities.store.Database;
import dev.pith.activities.store.RequestJson;
import dev.pith.activities.store.StoreSettings;
import dev.pith.activities.testing.Messages;
import dev.pith.activities.testing.PostgresExtension;
import dev.pith.activities.testing.StoredConversation;
import dev.pith.workflows.FailureType;
import dev.pith.workflows.Strategy;
import dev.pith.workflows.backfill.BackfillItem;
import dev.pith.workflows.backfill.BackfillRequest;
import dev.pith.workflows.backfill.BackfillRequest.Taking;
import dev.pith.workflows.backfill.BackfillSpec;
import dev.pith.workflows.backfill.Dispatch;
import dev.pith.workflows.backfill.InFlight;
import dev.pith.workflows.backfill.Selection;
import dev.pith.workflows.compaction.CompactionSpec;
import dev.pith.workflows.compaction.GistSpec;
import dev.pith.workflows.compaction.Outcome;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;
import org.jspecify.annotations.Nullable;

/** A backfill over a real store, worked through as its workflow does it; how compactions end, the test says. */
final class Rows implements AutoCloseable {

    static final String NAME = "nightly";
    static final String RUN = "run-1";

    final Database database;
    final Backfilling backfilling;
    final Map<Long, BackfillItem> known = new TreeMap<>();
    private int conversations;

    Rows(PostgresExtension postgres) {
        database = Database.open(new StoreSettings(postgres.jdbcUrl(), null, null, 4));
        backfilling = new Backfilling(database);
    }

    /** Nothing is stored. */
    void clear() {
        database.transact(handle -> handle.execute("truncate backfill, conversation cascade"));
        known.clear();
    }

    /** A gist of everything. */
    static BackfillSpec gists() {
        return of(Selection.ALL, null);
    }

    static BackfillSpec of(Selection selection, @Nullable Long limit) {
        CompactionSpec gist = CompactionSpec.defaults().gist(GistSpec.defaults());
        return new BackfillSpec(gist, selection, null, limit, null, null, null);
    }

    /** The same, of files that somebody imports on the way. */
    static BackfillSpec ofFiles() {
        BackfillSpec spec = gists();
        return new BackfillSpec(spec.compaction(), spec.selection(), "1 path x", null, null, null, null);
    }

    /** So many conversations of a few messages. */
    Rows holding(int wanted) {
        for (int i = 0; i < wanted; i++) {
            StoredConversation.dialogue(database, "s" + conversations++, 3, 20);
        }
        return this;
    }

    String conversation(ConversationHeader header) {
        return StoredConversation.store(
                        database, header, List.of(Messages.person("p1", null, "Please look at the tide tables.")))
                .conversation();
    }

    Rows begun(BackfillSpec spec, int maxInFlight) {
        begin(spec, RUN, Taking.ALL, maxInFlight);
        return this;
    }

    void begin(BackfillSpec spec, String run, Taking taking, int maxInFlight) {
        backfilling.begin(new BackfillRequest(OpaqueId.next(), NAME, spec, taking, maxInFlight), run);
    }

    /** A turn whose answer arrives. */
    Dispatch turn() {
        return arrived(lost());
    }

    /** A turn after which some are found closed, or taken by others. */
    Dispatch turn(List<Long> closed, List<Long> taken) {
        return arrived(turn(RUN, closed, taken));
    }

    /** A turn whose answer does not arrive. */
    Dispatch lost() {
        return turn(RUN, List.of(), List.of());
    }

    Dispatch turn(String run, List<Long> closed, List<Long> taken) {
        return backfilling.turn(NAME, run, new InFlight(List.copyOf(known.keySet()), closed, taken, List.of()));
    }

    private Dispatch arrived(Dispatch dispatch) {
        dispatch.settled().forEach(known::remove);
        dispatch.start().forEach(item -> known.put(item.number(), item));
        return dispatch;
    }

    void end(long number, Outcome outcome) {
        end(number, outcome, null);
    }

    /** What the store hears when the compaction of an item in flight ends. */
    void end(long number, Outcome outcome, @Nullable FailureType failure) {
        BackfillItem item = known.get(number);
        if (item == null) {
            throw new AssertionError("item " + number + " is not in flight, but " + known.keySet());
        }
        Compactions compactions = database.table(Compactions.class);
        compactions.insertUnplanned(
                item.compaction(), item.conversation(), RequestJson.of(gists().compaction()), Strategy.GIST);
        compactions.failure(item.compaction(), failure == null ? null : failure.name());
        compactions.end(item.compaction(), outcome, null, 0, outcome == Outcome.FAILED ? "no tide" : null);
    }

    /** Those that wait are due now. */
    void time() {
        database.transact(handle -> handle.execute("update backfill_item set due = now() where state = 'waiting'"));
    }

    Backfill row() {
        return database.table(Backfills.class).find(NAME).orElseThrow();
    }

    BackfillEntry item(long number) {
        return items().get((int) number - 1);
    }

    List<BackfillEntry> items() {
        return database.transact(
                handle -> handle.select("select * from backfill_item where backfill = ? order by number", NAME)
                        .registerRowMapper(ConstructorMapper.factory(BackfillEntry.class))
                        .mapTo(BackfillEntry.class)
                        .list());
    }

    Map<String, Long> counts() {
        return database.table(BackfillItems.class).counts(NAME).stream()
                .collect(Collectors.toMap(
                        count -> count.outcome() == null
                                ? count.state().name().toLowerCase(Locale.ROOT)
                                : count.outcome().name(),
                        OutcomeCount::count));
    }

    @Override
    public void close() {
        database.close();
    }
}
