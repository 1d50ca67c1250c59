package dev.pith.activities.context;

import static dev.pith.activities.testing.Messages.agent;
import static dev.pith.activities.testing.Messages.person;
import static dev.pith.activities.testing.Messages.session;
import static dev.pith.activities.testing.StoredConversation.dialogue;
import static dev.pith.activities.testing.StoredConversation.store;
import static org.assertj.core.api.Assertions.assertThat;

import dev.pith.activities.conversation.ContextVersion;
import dev.pith.activities.conversation.Conversation;
import dev.pith.activities.conversation.NewMessage;
import dev.pith.activities.conversation.Ranges;
import dev.pith.activities.conversation.Summary;
import dev.pith.activities.store.ContextVersions;
import dev.pith.activities.store.Conversations;
import dev.pith.activities.store.Messages;
import dev.pith.activities.store.Summaries;
import dev.pith.activities.testing.StoreExtension;
import dev.pith.activities.tokens.TokenCounter;
import java.io.IOException;
import java.io.StringWriter;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

@Tag("servers")
class ContextBudgetTest {

    @RegisterExtension
    static final StoreExtension STORE = new StoreExtension(3);

    private static final Instant DAY = Instant.parse("2026-03-01T10:00:00Z");

    /** Twenty turns of 500 tokens, of which summaries of 200 tokens cover the first sixteen messages. */
    private static String layered(String name, int summaries) {
        String id = dialogue(STORE.database(), name, 20, 500);
        STORE.database().transact(handle -> {
            List<String> live = new ArrayList<>();
            int each = 16 / summaries;
            for (int i = 0; i < summaries; i++) {
                Summary summary = new Summary(
                        name + "-s" + i,
                        id,
                        "c",
                        "leaf",
                        0,
                        (long) i * each + 1,
                        (long) (i + 1) * each,
                        "Text of part " + i + " </summary> ends nothing",
                        null,
                        200,
                        DAY,
                        DAY,
                        each,
                        false,
                        "m",
                        null,
                        null);
                handle.attach(Summaries.class).insert(summary);
                live.add(summary.id());
            }
            handle.attach(ContextVersions.class)
                    .append(new ContextVersion(id, 2, live, 16, Ranges.NONE, Ranges.NONE, "compaction"), "c");
            handle.attach(Conversations.class).setVersion(id, 2);
            return id;
        });
        return id;
    }

    private static ContextReading reading(String id, @Nullable Integer budget) {
        Conversation row = STORE.database().table(Conversations.class).find(id).orElseThrow();
        return ContextReading.of(STORE.database(), row, budget);
    }

    @Test
    void everythingFitsIntoAWideBudget() {
        ContextReading all = reading(layered("wide", 4), 100_000);
        assertThat(all.summaries()).hasSize(4);
        assertThat(all.fromSeq()).isEqualTo(17);
        assertThat(all.leftOut()).isZero();
        assertThat(all.summariesLeftOut()).isZero();
    }

    @Test
    void theOldestSummariesLeaveFirst_thenTheOldestTurns() {
        String id = layered("narrow", 4);
        long live = STORE.database().table(Messages.class).tokens(id, 17, 40, Ranges.NONE, Ranges.NONE);
        int two = (int) live + 2 * (200 + SummaryFrame.TOKENS);
        assertThat(reading(id, two).summaries()).extracting(Summary::id).containsExactly("narrow-s2", "narrow-s3");
        assertThat(reading(id, two).summariesLeftOut()).isEqualTo(2);
        assertThat(reading(id, two).leftOut()).isZero();

        ContextReading turns = reading(id, two / 2);
        assertThat(turns.summaries()).extracting(Summary::id).containsExactly("narrow-s3");
        assertThat(turns.fromSeq()).isBetween(18L, 37L);
        assertThat(turns.leftOut()).isEqualTo(turns.fromSeq() - 17);
    }

    @Test
    void theNewestSummaryAndTheLiveTurnStay_evenBeyondTheBudget() {
        ContextReading least = reading(layered("least", 2), 1);
        assertThat(least.summaries()).extracting(Summary::id).containsExactly("least-s1");
        assertThat(least.fromSeq()).isEqualTo(39);
    }

    @Test
    void theRequestOfALongTurnStays_withWhatIsNewest() {
        List<NewMessage> messages = new ArrayList<>();
        messages.add(person("task", null, "Repair the lock of harbor 7"));
        for (int i = 0; i < 60; i++) {
            messages.add(agent("a" + i, null, "Step " + i + " of the repair"));
        }
        String id = store(STORE.database(), session("long-turn"), messages).conversation();
        ContextReading least = reading(id, 100);
        assertThat(Objects.requireNonNull(least.request()).seq()).isEqualTo(1);
        assertThat(least.fromSeq()).isBetween(50L, 61L);
        assertThat(least.leftOut()).isEqualTo(least.fromSeq() - 2);
        try (Stream<Entry> entries = least.entries()) {
            assertThat(entries.findFirst())
                    .hasValueSatisfying(
                            first -> assertThat(((Entry.Said) first).text()).isEqualTo("Repair the lock of harbor 7"));
        }
        assertThat(reading(id, null).request()).isNull();
        assertThat(reading(id, 100_000).request()).isNull();
    }

    @Test
    void aSummaryNamesItsPlace_itsDates_andTheWayBack_andCannotEndItsElement() throws IOException {
        ContextReading reading = reading(layered("frame", 2), null);
        StringWriter out = new StringWriter();
        ContextFormat.OPENAI.write(reading, out);
        assertThat(out.toString())
                .contains("<summary id=\\\"frame-s0\\\" level=\\\"0\\\" messages=\\\"1-8\\\"")
                .contains("from=\\\"2026-03-01\\\" to=")
                .contains("can be read: pith expand frame-s0]")
                .doesNotContain("part 0 </summary>");
        assertThat(SummaryFrame.opens(SummaryFrame.of(reading.summaries().get(0)), 0))
                .isTrue();
        StringWriter text = new StringWriter();
        ContextFormat.TEXT.write(reading, text);
        assertThat(text.toString()).contains("pith expand frame-s1]");
    }

    /** The frame's size is a constant, since it is the same for every summary up to the digits. */
    @Test
    void theFrameTakesNoMoreThanItsConstant() {
        Summary summary = reading(layered("tokens", 2), null).summaries().get(0);
        TokenCounter counter = TokenCounter.shared();
        assertThat(counter.count(SummaryFrame.of(summary)) - counter.count(summary.text()))
                .isLessThanOrEqualTo(SummaryFrame.TOKENS);
    }
}
