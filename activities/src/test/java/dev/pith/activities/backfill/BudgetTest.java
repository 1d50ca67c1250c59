package dev.pith.activities.backfill;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pith.activities.compaction.Forecast;
import dev.pith.activities.compaction.Forecaster;
import dev.pith.activities.store.Reserved;
import dev.pith.workflows.FlushMode;
import dev.pith.workflows.Strategy;
import dev.pith.workflows.backfill.BackfillItem;
import dev.pith.workflows.backfill.BackfillRequest.Taking;
import dev.pith.workflows.backfill.BackfillSpec;
import dev.pith.workflows.backfill.Dispatch;
import dev.pith.workflows.backfill.Rates;
import dev.pith.workflows.backfill.Selection;
import dev.pith.workflows.compaction.CompactionSpec;
import dev.pith.workflows.compaction.GistSpec;
import dev.pith.workflows.compaction.Outcome;
import dev.pith.workflows.compaction.Sizes;
import dev.pith.workflows.model.ModelUse;
import dev.pith.workflows.model.OnModelFailure;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Budgets: what was spent and what those in flight may take never pass them together. */
@Tag("servers")
class BudgetTest extends RowsTest {

    private static final Rates RATES = new Rates(BigDecimal.ONE, BigDecimal.TEN);
    private static final ModelUse MODEL =
            new ModelUse("fake", "e1", 32_000, 4_000, 60, 60, 6, OnModelFailure.KEEP, 20, false, null, null);
    private static final CompactionSpec GIST = new CompactionSpec(
            Strategy.GIST, null, null, MODEL, 1, Sizes.defaults(), FlushMode.OFF, false, GistSpec.defaults());

    @Test
    void asManyAreInFlightAsItReachesForInTokens() {
        rows.holding(5);
        rows.begun(spec(null, 2 * most().tokens() + most().tokens() / 2), 8);

        assertThat(rows.turn().start()).hasSize(2);
        assertThat(reserved().tokens()).isEqualTo(2 * most().tokens());
        assertThat(rows.turn()).satisfies(waits -> {
            assertThat(waits.start()).isEmpty();
            assertThat(waits.over()).isFalse();
        });
    }

    @Test
    void inMoneyToo() {
        rows.holding(5);
        rows.begun(spec(most().cost().multiply(BigDecimal.valueOf(3)), null), 8);

        assertThat(rows.turn().start()).hasSize(3);
        assertThat(reserved().cost()).isEqualByComparingTo(most().cost().multiply(BigDecimal.valueOf(3)));
    }

    @Test
    void whatTookLessThanForeseenLeavesRoomForOthers() {
        rows.holding(5);
        rows.begun(spec(null, 2 * most().tokens()), 8).turn();
        done(1, 10);
        assertThat(rows.turn().start()).isEmpty();
        done(2, 10);

        assertThat(rows.turn().start()).extracting(BackfillItem::number).containsExactly(3L);
    }

    @Test
    void whereItReachesForNoneTheRestEndsAndSaysWhy() {
        rows.holding(4);
        rows.begun(spec(null, 2 * most().tokens()), 8).turn();
        done(1, most().tokens());
        done(2, most().tokens());
        Dispatch last = rows.turn();

        assertThat(last.over()).isTrue();
        assertThat(rows.row().outcome()).isEqualTo(BackfillOutcome.OVER_BUDGET);
        assertThat(rows.counts()).containsEntry("COMPACTED", 2L).containsEntry("OVER_BUDGET", 2L);
        assertThat(rows.item(4).detail()).isEqualTo("the budget did not reach for it");
    }

    @Test
    void whatAFailedAttemptTookCounts() {
        rows.holding(3);
        rows.begun(spec(null, 2 * most().tokens()), 1).turn();
        spend(1, most().tokens() + 1);
        rows.end(1, Outcome.FAILED);

        assertThat(rows.turn().over()).isTrue();
        assertThat(rows.counts()).containsEntry("FAILED", 1L).containsEntry("OVER_BUDGET", 2L);
    }

    @Test
    void anotherRunHasAllOfItAgain() {
        rows.holding(2);
        BackfillSpec spec = spec(null, most().tokens());
        rows.begun(spec, 8).turn();
        done(1, most().tokens());
        assertThat(rows.turn().over()).isTrue();
        rows.known.clear();
        rows.begin(spec, "run-2", Taking.ALL, 8);

        assertThat(rows.turn("run-2", List.of(), List.of()).start()).hasSize(1);
    }

    @Test
    void whoTriesAgainHasAllOfItAgain() {
        rows.holding(2);
        BackfillSpec spec = spec(null, most().tokens());
        rows.begun(spec, 8).turn();
        done(1, most().tokens());
        assertThat(rows.turn().over()).isTrue();
        rows.begin(spec, "run-2", Taking.FAILED, 8);

        assertThat(rows.turn("run-2", List.of(), List.of()).start())
                .extracting(BackfillItem::number)
                .containsExactly(2L);
    }

    private record Most(long tokens, BigDecimal cost) {}

    /** What each of the conversations may take. */
    private static Most most() {
        String any = rows.database.transact(handle -> handle.select("select id from conversation limit 1")
                .mapTo(String.class)
                .one());
        Forecast forecast = new Forecaster(rows.database).ofStored(any, GIST);
        return new Most(
                forecast.tokensIn() + forecast.tokensOut(), RATES.cost(forecast.tokensIn(), forecast.tokensOut()));
    }

    private static Reserved reserved() {
        return rows.database.table(BackfillFlow.class).reserved(Rows.NAME);
    }

    private static BackfillSpec spec(@Nullable BigDecimal cost, @Nullable Long tokens) {
        return new BackfillSpec(GIST, Selection.ALL, null, null, cost, tokens, RATES);
    }

    private static void done(long number, long tokens) {
        spend(number, tokens);
        rows.end(number, Outcome.COMPACTED);
    }

    private static void spend(long number, long tokens) {
        BackfillItem item = Objects.requireNonNull(rows.known.get(number));
        rows.database.transact(handle -> handle.execute(
                "insert into model_call (conversation, compaction, purpose, work, endpoint, profile, model, outcome,"
                        + " tokens_in, tokens_out, cost) values (?, ?, 'chunk', 'w', 'e1', 'fake', 'm', 'FIT', ?, 0, 0)",
                item.conversation(),
                item.compaction(),
                tokens));
    }
}
