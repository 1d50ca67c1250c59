package dev.pith.activities.backfill;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pith.activities.testing.StoredConversation;
import dev.pith.workflows.backfill.BackfillRequest.Taking;
import dev.pith.workflows.backfill.ItemOutcome;
import dev.pith.workflows.backfill.Selection;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What importers append to a backfill, one too many of them included. */
@Tag("servers")
class AppendingTest extends RowsTest {

    private static final Selected ALL = Selected.ofFiles(Selection.ALL);

    @Test
    void twoAtTheSameTimeLoseNothingAndRepeatNothing() {
        Backfill backfill = begun();
        List<String> conversations = IntStream.range(0, 40)
                .mapToObj(i -> StoredConversation.dialogue(rows.database, "c" + i, 1, 10))
                .toList();
        IntStream.range(0, 80).parallel().forEach(i -> {
            String conversation = conversations.get(i / 2);
            rows.backfilling.append(backfill, conversation + ".jsonl", new String[] {conversation}, ALL);
            rows.backfilling.append(backfill, i / 2 + ".broken", ItemOutcome.FAILED, "broken");
        });

        assertThat(rows.items()).extracting(BackfillEntry::number).containsExactlyElementsOf(numbers(80));
        assertThat(rows.items())
                .filteredOn(item -> item.conversation() != null)
                .extracting(BackfillEntry::conversation)
                .containsExactlyInAnyOrderElementsOf(conversations);
        assertThat(rows.counts()).containsEntry("FAILED", 40L).containsEntry("waiting", 40L);
    }

    @Test
    void nothingIsAppendedToARunThatHasEnded() {
        Backfill backfill = begun();
        rows.database.table(Backfills.class).end(Rows.NAME, Rows.RUN, BackfillOutcome.COMPLETED);
        append(backfill);

        assertThat(rows.items()).isEmpty();
    }

    @Test
    void norToOneThatTookItsPlace() {
        Backfill backfill = begun();
        rows.begin(Rows.ofFiles(), "run-2", Taking.ALL, 1);
        append(backfill);

        assertThat(rows.items()).isEmpty();
    }

    @Test
    void aSelectionHoldsForWhatIsImportedToo() {
        Backfill backfill = begun();
        String conversation = StoredConversation.dialogue(rows.database, "other", 1, 10);
        Selection codex = new Selection(null, "codex", null, null, 0, "not/looked/at", false);
        Selection test = new Selection(null, "test", null, null, 0, "not/looked/at", false);
        rows.backfilling.append(backfill, "a.jsonl", new String[] {conversation}, Selected.ofFiles(codex));
        assertThat(rows.items()).isEmpty();
        rows.backfilling.append(backfill, "a.jsonl", new String[] {conversation}, Selected.ofFiles(test));

        assertThat(rows.items()).singleElement().satisfies(item -> {
            assertThat(item.source()).isEqualTo("a.jsonl");
            assertThat(item.conversation()).isEqualTo(conversation);
        });
    }

    private static void append(Backfill backfill) {
        String conversation = StoredConversation.dialogue(rows.database, "late", 1, 10);
        rows.backfilling.append(backfill, "late.jsonl", new String[] {conversation}, ALL);
        rows.backfilling.append(backfill, "broken.jsonl", ItemOutcome.FAILED, "broken");
    }

    private static Backfill begun() {
        return rows.begun(Rows.ofFiles(), 1).row();
    }

    private static List<Long> numbers(long count) {
        return IntStream.rangeClosed(1, (int) count).mapToObj(Long::valueOf).toList();
    }
}
