package dev.pith.activities.memory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.pith.activities.store.Database;
import dev.pith.activities.store.RequestJson;
import dev.pith.activities.store.StoreSettings;
import dev.pith.activities.testing.PostgresExtension;
import dev.pith.activities.testing.StoredConversation;
import dev.pith.workflows.flush.Due;
import dev.pith.workflows.flush.FlushRange;
import dev.pith.workflows.model.ModelUse;
import dev.pith.workflows.model.OnModelFailure;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The rows of flushes on a real PostgreSQL. */
@Tag("servers")
class FlushingTest {

    @RegisterExtension
    static final PostgresExtension postgres = new PostgresExtension();

    private Database database;
    private Flushes flushes;
    private Flushing flushing;
    private String conversation;

    @BeforeEach
    void open() {
        database = Database.open(new StoreSettings(postgres.jdbcUrl(), null, null, 4));
        flushes = database.table(Flushes.class);
        flushing = new Flushing(database);
        conversation = StoredConversation.dialogue(database, "s" + System.nanoTime(), 6, 40);
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void whatWasAskedForOnceIsNeverAskedForAgain() {
        request(8);
        request(8);
        request(5);
        request(12);
        assertThat(flushes.of(conversation))
                .extracting(Flush::fromSeq, Flush::toSeq)
                .containsExactly(tuple(1L, 8L), tuple(9L, 12L));
    }

    @Test
    void theDayIsThatOfTheLastMessageAndStays() {
        request(8);
        assertThat(flushes.of(conversation).get(0).day()).hasToString("2026-03-01");
    }

    @Test
    void rangesComeInOrderAndTellHowLongTheyWaited() throws Exception {
        request(4);
        request(8);
        Thread.sleep(30);
        FlushRange first = next();
        assertThat(first.fromSeq()).isEqualTo(1);
        assertThat(first.waitedMillis()).isGreaterThanOrEqualTo(30);
        assertThat(next())
                .describedAs("asked again after a lost answer")
                .extracting(FlushRange::fromSeq)
                .isEqualTo(1L);
        flushes.done(first.flush(), 0);
        assertThat(next().fromSeq()).isEqualTo(5);
    }

    @Test
    void oneThatFailedLetsTheNextOnesGoFirstAndComesAgainLater() {
        request(4);
        request(8);
        FlushRange first = next();
        flushing.failed(first, "no");
        flushing.failed(first, "told twice, counted once");
        assertThat(next().fromSeq()).isEqualTo(5);
        flushes.done(next().flush(), 0);
        Due due = flushing.next(conversation);
        assertThat(due.range()).isNull();
        assertThat(Objects.requireNonNull(due.waitMillis())).isBetween(50_000L, 60_000L);
        assertThat(row(first).attempts()).isEqualTo(1);
        assertThat(row(first).error()).isEqualTo("no");
    }

    @Test
    void waitingForAnEndpointCostsNoAttempt() {
        request(4);
        flushing.postpone(next(), 5_000, "busy");
        assertThat(flushes.of(conversation).get(0).attempts()).isZero();
        assertThat(Objects.requireNonNull(flushing.next(conversation).waitMillis()))
                .isBetween(3_000L, 5_000L);
    }

    @Test
    void afterItsAttemptsARangeIsExtractedWithoutItsModelAndThenGivenUp() {
        request(4, model(OnModelFailure.DEGRADE));
        fail(6);
        Flush without = flushes.of(conversation).get(0);
        assertThat(without.model()).isNull();
        assertThat(without.attempts()).isZero();
        assertThat(without.pending()).isTrue();
        fail(6);
        assertThat(flushes.of(conversation).get(0).state()).isEqualTo(FlushState.FAILED);
        assertThat(flushing.next(conversation)).isEqualTo(new Due(null, null));
    }

    @Test
    void oneThatWouldRatherKeepItsModelWaitsForSomebodyToAskAgain() {
        request(4, model(OnModelFailure.KEEP));
        fail(6);
        assertThat(flushes.of(conversation).get(0).state()).isEqualTo(FlushState.FAILED);
        flushes.again(conversation, null);
        FlushRange again = next();
        assertThat(again.model()).isNull();
        assertThat(again.attempt()).isEqualTo(1);
    }

    @Test
    void aRangeTooLongForItsModelIsHalvedByItsTokens() {
        request(12, model(OnModelFailure.DEGRADE));
        FlushRange whole = next();
        assertThat(flushing.split(whole)).isTrue();
        assertThat(flushing.split(whole)).describedAs("told twice, split once").isTrue();
        List<Flush> halves = flushes.of(conversation);
        assertThat(halves)
                .extracting(Flush::fromSeq)
                .containsExactly(1L, halves.get(0).toSeq() + 1);
        assertThat(halves).extracting(Flush::toSeq).endsWith(12L);
        assertThat(halves.get(0).toSeq()).isBetween(4L, 8L);
        assertThat(halves).extracting(Flush::model).doesNotContainNull();
    }

    @Test
    void aSingleMessageIsNotSplit() {
        request(1);
        assertThat(flushing.split(next())).isFalse();
        request(3);
        flushes.done(next().flush(), 0);
        FlushRange two = next();
        assertThat(flushing.split(two)).isTrue();
        assertThat(flushes.of(conversation)).extracting(Flush::fromSeq).containsExactly(1L, 2L, 3L);
    }

    @Test
    void whatWasDoneLongAgoLeavesNoRowAndIsNotFlushedAgain() {
        request(4);
        FlushRange range = next();
        flushes.done(range.flush(), 2);
        assertThat(flushes.purge(10)).isZero();
        database.transact(handle -> handle.execute("update flush set ended = now() - interval '31 days'"));
        assertThat(flushes.purge(10)).isEqualTo(1);
        request(4);
        assertThat(flushes.of(conversation)).isEmpty();
    }

    private void request(long through) {
        request(through, null);
    }

    private void request(long through, @Nullable ModelUse model) {
        flushes.request(conversation, through, null, RequestJson.of(model));
    }

    private FlushRange next() {
        return Objects.requireNonNull(flushing.next(conversation).range());
    }

    /** So many attempts of the only range, each when it is due. */
    private void fail(int attempts) {
        for (int i = 0; i < attempts; i++) {
            flushing.failed(next(), "no");
            Instant now = Instant.now().minus(Duration.ofSeconds(1));
            Flush row = flushes.of(conversation).get(0);
            if (row.pending()) {
                flushes.postpone(row.id(), now, "no");
            }
        }
    }

    private Flush row(FlushRange range) {
        return flushes.find(range.flush()).orElseThrow();
    }

    private static ModelUse model(OnModelFailure onFailure) {
        return new ModelUse("fake", "e1", 32_000, 4_000, 60, 60, 6, onFailure, 20, false, null, null);
    }
}
