package dev.pith.activities.backfill;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pith.workflows.backfill.Dispatch;
import dev.pith.workflows.compaction.Outcome;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Ends that come from outside: somebody cancels, an importer dies. */
@Tag("servers")
class StoppingTest extends RowsTest {

    @Test
    void canceledItEndsWhatWaitsAndWaitsForWhatRuns() {
        rows.holding(3).begun(Rows.gists(), 1).turn();
        rows.backfilling.cancel(Rows.NAME, Rows.RUN);
        Dispatch canceling = rows.turn();

        assertThat(canceling.canceling()).isTrue();
        assertThat(canceling.over()).isFalse();
        assertThat(rows.counts()).containsEntry("CANCELED", 2L).containsEntry("running", 1L);
        rows.end(1, Outcome.CANCELED);
        assertThat(rows.turn().over()).isTrue();
        assertThat(rows.row().outcome()).isEqualTo(BackfillOutcome.CANCELED);
        assertThat(rows.counts()).containsOnlyKeys("CANCELED").containsValue(3L);
    }

    @Test
    void canceledItBeginsNothingAgain() {
        rows.holding(1).begun(Rows.gists(), 1).turn();
        rows.backfilling.cancel(Rows.NAME, Rows.RUN);
        Dispatch last = rows.turn(List.of(1L), List.of());

        assertThat(last.start()).isEmpty();
        assertThat(last.over()).isTrue();
        assertThat(rows.counts()).containsOnlyKeys("CANCELED");
    }

    @Test
    void anImporterThatLivesIsWaitedFor() {
        rows.begun(Rows.ofFiles(), 1);
        Dispatch waits = rows.turn();

        assertThat(waits.over()).isFalse();
        assertThat(waits.note()).isEqualTo("waits for its importer");
        assertThat(waits.waitMillis()).isLessThan(1_000);
        silent(50);
        assertThat(rows.turn().over()).isFalse();
    }

    @Test
    void oneThatIsSilentForAMinuteIsGone() {
        rows.begun(Rows.ofFiles(), 1);
        silent(61);

        assertThat(rows.turn().over()).isTrue();
        assertThat(rows.row().importing()).isEqualTo(ImportState.INCOMPLETE);
        assertThat(rows.row().outcome()).isEqualTo(BackfillOutcome.COMPLETED);
    }

    private void silent(int seconds) {
        rows.database.transact(handle ->
                handle.execute("update backfill set importer_seen = now() - ? * interval '1 second'", seconds));
    }
}
