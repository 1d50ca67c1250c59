package dev.pith.activities.backfill;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pith.workflows.backfill.BackfillItem;
import dev.pith.workflows.backfill.BackfillRequest.Taking;
import dev.pith.workflows.backfill.Dispatch;
import dev.pith.workflows.backfill.ItemOutcome;
import dev.pith.workflows.compaction.Outcome;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** How a run begins, and what becomes of the one before it. */
@Tag("servers")
class BeginningTest extends RowsTest {

    @Test
    void askedAgainForTheSameRunItChangesNothing() {
        rows.holding(3).begun(Rows.gists(), 2);
        List<BackfillItem> begun = rows.turn().start();
        rows.holding(1).begun(Rows.gists(), 2);

        assertThat(begun).hasSize(2);
        assertThat(rows.counts()).containsOnlyKeys("running", "waiting");
        assertThat(rows.items()).hasSize(3);
    }

    @Test
    void anotherRunTakesItsPlaceAndTheLateOneGetsNothing() {
        rows.holding(3).begun(Rows.gists(), 2);
        rows.turn();
        rows.holding(1).begin(Rows.gists(), "run-2", Taking.ALL, 2);
        Dispatch late = rows.turn();
        rows.backfilling.cancel(Rows.NAME, Rows.RUN);

        assertThat(late.start()).isEmpty();
        assertThat(late.over()).isTrue();
        assertThat(rows.counts()).containsOnlyKeys("waiting").containsValue(4L);
        assertThat(rows.row().running()).isTrue();
        assertThat(rows.row().canceling()).isFalse();
    }

    @Test
    void aRunOfANameThatNobodyKnowsGetsNothing() {
        assertThat(rows.lost()).isEqualTo(DispatchRound.NONE);
    }

    @Test
    void theNewestConversationsComeFirst() {
        rows.holding(2).begun(Rows.gists(), 2);

        assertThat(rows.items()).extracting(BackfillEntry::number).containsExactly(1L, 2L);
        assertThat(rows.turn().start()).extracting(BackfillItem::number).containsExactly(1L, 2L);
    }

    @Test
    void theFailedOnesAreTakenUpAgainAndTheOthersKeepTheirOutcomes() {
        rows.holding(3).begun(Rows.gists(), 3).turn();
        rows.end(1, Outcome.COMPACTED);
        rows.end(2, Outcome.FAILED);
        rows.end(3, Outcome.CANCELED);
        assertThat(rows.turn().over()).isTrue();
        rows.known.clear();
        rows.begin(Rows.gists(), "run-2", Taking.FAILED, 3);
        Dispatch again = rows.turn("run-2", List.of(), List.of());

        assertThat(again.start()).extracting(BackfillItem::number).containsExactly(2L, 3L);
        assertThat(rows.counts()).containsEntry(ItemOutcome.COMPACTED.name(), 1L);
        assertThat(rows.item(2).compactions()).hasSize(2);
        assertThat(rows.item(2).outcome()).isNull();
    }

    @Test
    void thatItsImporterDiedIsStillKnownToWhoTriesAgain() {
        rows.holding(1).begun(Rows.gists(), 1).turn();
        Backfills backfills = rows.database.table(Backfills.class);
        backfills.importerSeen(Rows.NAME, Rows.RUN, 10, 3);
        backfills.imported(Rows.NAME, Rows.RUN, ImportState.INCOMPLETE);
        rows.end(1, Outcome.FAILED);
        assertThat(rows.turn().over()).isTrue();
        rows.begin(Rows.gists(), "run-2", Taking.FAILED, 1);

        assertThat(rows.row()).satisfies(again -> {
            assertThat(again.lacksFiles()).isTrue();
            assertThat(again.files()).isEqualTo(10);
            assertThat(again.filesRead()).isEqualTo(3);
        });
    }
}
