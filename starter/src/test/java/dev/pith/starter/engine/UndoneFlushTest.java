package dev.pith.starter.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import dev.pith.activities.memory.Flush;
import dev.pith.activities.memory.Flushes;
import dev.pith.activities.store.Compaction;
import dev.pith.activities.summarizing.ExtractiveSummarizer;
import dev.pith.activities.testing.PostgresExtension;
import dev.pith.activities.undo.UndoService;
import dev.pith.workflows.FlushMode;
import dev.pith.workflows.compaction.Outcome;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Which ranges compactions ask to be flushed. */
@Tag("servers")
class UndoneFlushTest {

    @RegisterExtension
    static final PostgresExtension postgres = new PostgresExtension();

    @Test
    void undoAndCompactingAgainFlushNothingTwice() {
        try (WorkingStore store = new WorkingStore(postgres, new ExtractiveSummarizer())) {
            String conversation = store.conversation("undone");
            Compaction first = compact(store, conversation, FlushMode.BACKGROUND);
            List<Flush> flushed = untilFlushed(store, conversation);
            new UndoService(store.database).undo(conversation, null);
            Compaction second = compact(store, conversation, FlushMode.BACKGROUND);
            assertThat(second.headTo()).isEqualTo(first.headTo());
            assertThat(untilFlushed(store, conversation)).isEqualTo(flushed).hasSize(1);
        }
    }

    @Test
    void whatOneDidNotFlushALaterOneTakesAlong() {
        try (WorkingStore store = new WorkingStore(postgres, new ExtractiveSummarizer())) {
            String conversation = store.conversation("off");
            Compaction off = compact(store, conversation, FlushMode.OFF);
            assertThat(off.outcome()).isEqualTo(Outcome.COMPACTED);
            assertThat(store.database.table(Flushes.class).of(conversation)).isEmpty();
            new UndoService(store.database).undo(conversation, null);
            Compaction on = compact(store, conversation, FlushMode.INLINE);
            assertThat(store.database.table(Flushes.class).of(conversation))
                    .describedAs("an inline flush is done when its compaction is")
                    .extracting(Flush::fromSeq, Flush::toSeq, Flush::done)
                    .containsExactly(tuple(1L, on.headTo(), true));
        }
    }

    private static Compaction compact(WorkingStore store, String conversation, FlushMode flush) {
        return store.ended(
                store.compactions.start(conversation, WorkingStore.spec().flushed(flush)));
    }

    private static List<Flush> untilFlushed(WorkingStore store, String conversation) {
        Flushes flushes = store.database.table(Flushes.class);
        await().atMost(WorkingStore.PATIENCE)
                .until(() -> flushes.open(conversation).isEmpty());
        return flushes.of(conversation);
    }
}
