package dev.pith.activities.search;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pith.activities.conversation.Summary;
import dev.pith.activities.search.Expansion.Child;
import dev.pith.activities.search.Expansion.Original;
import dev.pith.activities.store.Database;
import dev.pith.activities.store.Summaries;
import dev.pith.activities.store.Summaries.Source;
import dev.pith.activities.testing.Messages;
import dev.pith.activities.testing.PostgresExtension;
import dev.pith.activities.testing.StoredConversation;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

@Tag("servers")
class ExpanderTest {

    @RegisterExtension
    final PostgresExtension postgres = new PostgresExtension();

    private Database database;
    private String conversation;

    @BeforeEach
    void open() {
        database = Database.open(postgres.dataSource());
        conversation = StoredConversation.dialogue(database, "deep", 10, 40);
    }

    @AfterEach
    void close() {
        database.close();
    }

    private Summary summary(String id, long from, long to, Source... sources) {
        Summary summary = new Summary(
                id,
                conversation,
                "c",
                "rolling",
                0,
                from,
                to,
                "Text of " + id,
                null,
                10,
                null,
                null,
                to - from + 1,
                false,
                "extractive-4",
                null,
                null);
        Summaries summaries = database.table(Summaries.class);
        summaries.insert(summary);
        summaries.insertSources(id, IntStream.range(0, sources.length).boxed().toList(), List.of(sources));
        return summary;
    }

    private static List<Object> shown(Expansion expansion) {
        return expansion.pieces().stream()
                .map(piece -> piece instanceof Child child
                        ? (Object) child.summary().id()
                        : piece instanceof Original original
                                ? original.message().seq()
                                : null)
                .toList();
    }

    private static Source messages(long from, long to) {
        return new Source(null, from, to);
    }

    private static Source earlier(String id, long from, long to) {
        return new Source(id, from, to);
    }

    private Expansion expand(Summary summary, int depth, int budget, long from) {
        return Expander.expand(database, summary, depth, budget, from);
    }

    @Test
    void aSummaryOfASummaryShowsIt_andOpensItWithMoreDepth() {
        summary("first", 1, 4, messages(1, 4));
        Summary second = summary("second", 1, 6, earlier("first", 1, 4), messages(5, 6));

        assertThat(shown(expand(second, 1, 8_000, 1))).containsExactly("first", 5L, 6L);
        Expansion deep = expand(second, 2, 8_000, 1);
        assertThat(shown(deep)).containsExactly(1L, 2L, 3L, 4L, 5L, 6L);
        assertThat(deep.next()).isNull();
        assertThat(deep.pieces().get(0))
                .isInstanceOfSatisfying(
                        Original.class, first -> assertThat(first.text()).isEqualTo("Request number 0: please go on."));
    }

    @Test
    void whatTheBudgetHasNoRoomFor_isReadFromTheNextMessageOn() {
        Summary all = summary("all", 1, 20, messages(1, 20));
        Expansion first = expand(all, 1, 120, 1);

        long next = Objects.requireNonNull(first.next());
        assertThat(shown(first)).hasSize((int) (next - 1)).startsWith(1L);
        assertThat(shown(expand(all, 1, 8_000, next))).startsWith(next).endsWith(20L);
    }

    @Test
    void aMessageLongerThanTheBudgetIsCutInItsMiddle_soThatTheWalkGoesOn() {
        String text = "Begin. " + "tide ".repeat(5_000) + "End.";
        conversation = StoredConversation.store(
                        database, Messages.session("long"), List.of(Messages.person("1", null, text)))
                .conversation();
        Expansion cut = expand(summary("long", 1, 1, messages(1, 1)), 1, 50, 1);

        assertThat(cut.next()).isNull();
        assertThat(cut.pieces())
                .singleElement()
                .isInstanceOfSatisfying(
                        Original.class,
                        piece -> assertThat(piece.text())
                                .startsWith("Begin.")
                                .endsWith("End.")
                                .hasSizeLessThan(200));
    }
}
