package dev.pith.activities.compaction;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pith.activities.store.Batches;
import dev.pith.activities.store.Compactions;
import dev.pith.activities.store.Prunable;
import dev.pith.activities.store.Summaries;
import dev.pith.activities.testing.StoreExtension;
import dev.pith.activities.testing.StoredConversation;
import dev.pith.activities.undo.UndoService;
import dev.pith.workflows.compaction.Outcome;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What old compactions left and nothing needs goes; what stands, and what undo needs, stays. */
@Tag("servers")
class PruningTest {

    @RegisterExtension
    static final StoreExtension STORE = new StoreExtension(4);

    private String conversation;

    @BeforeEach
    void only() {
        STORE.database().transact(handle -> handle.execute("truncate conversation cascade"));
        conversation = StoredConversation.dialogue(STORE.database(), "pruned", 30, 500);
    }

    @Test
    void aFailedCompaction_goesOnceANewerOneStands_andUndoStillWorks() {
        Steps failed = new Steps(STORE.database(), conversation);
        failed.plan();
        failed.end(Outcome.FAILED);
        Steps stands = new Steps(STORE.database(), conversation);
        assertThat(stands.compact().outcome()).isEqualTo(Outcome.COMPACTED);
        long chunks = count("chunk");

        prune(Instant.now().minus(Duration.ofDays(1)));
        assertThat(count("compaction")).isEqualTo(2);

        prune(Instant.now().plusSeconds(60));

        assertThat(count("compaction")).isEqualTo(1);
        assertThat(count("chunk")).isPositive().isLessThan(chunks);
        assertThat(STORE.database()
                        .table(Compactions.class)
                        .newest(conversation)
                        .orElseThrow()
                        .outcome())
                .isEqualTo(Outcome.COMPACTED);
        assertThat(new UndoService(STORE.database()).undo(conversation, null).compactions())
                .hasSize(1);
    }

    @Test
    void theNewestCompaction_stays_howeverOldItIs() {
        Steps failed = new Steps(STORE.database(), conversation);
        failed.plan();
        failed.end(Outcome.FAILED);

        prune(Instant.now().plusSeconds(60));

        assertThat(count("compaction")).isEqualTo(1);
    }

    @Test
    void aStagedSummary_goesWhereItsCompactionEndedWithoutIt() {
        Steps superseded = new Steps(STORE.database(), conversation);
        superseded.compact();
        STORE.database()
                .transact(handle -> handle.execute("update compaction set outcome = 'SUPERSEDED', to_version = null"));
        Summaries summaries = STORE.database().table(Summaries.class);

        assertThat(Batches.all(summaries::purgeStaged)).as("it is live").isZero();
        STORE.database()
                .transact(
                        handle -> handle.execute("update context_version set summaries = '{}', compacted_through = 0"));
        assertThat(Batches.all(summaries::purgeStaged)).isEqualTo(1);
        assertThat(count("summary")).isZero();
    }

    @Test
    void calls_goWithTheirTime_butNotThoseOfARunningCompaction() {
        Steps running = new Steps(STORE.database(), conversation);
        running.plan();
        for (String compaction : new String[] {running.compactionId(), "gone"}) {
            STORE.database()
                    .transact(handle -> handle.execute(
                            "insert into model_call (conversation, compaction, purpose, work, endpoint, profile, model, outcome,"
                                    + " tokens_in, tokens_out) values (?, ?, 'chunk', 'w', 'e', 'p', 'm', 'FIT', 1, 1)",
                            conversation,
                            compaction));
        }

        prune(Instant.now().plusSeconds(60));

        assertThat(count("model_call")).isEqualTo(1);
    }

    private static void prune(Instant before) {
        Prunable prunable = STORE.database().table(Prunable.class);
        Batches.all(rows -> prunable.previews(before, rows));
        Batches.all(rows -> prunable.chunks(before, rows));
        Batches.all(rows -> prunable.compactions(before, rows));
        Batches.all(rows -> prunable.calls(before, rows));
        Batches.all(rows -> prunable.chunkSummaries(before, rows));
    }

    private static long count(String table) {
        return STORE.database()
                .transact(handle -> handle.select("select count(*) from " + table)
                        .mapTo(Long.class)
                        .one());
    }
}
