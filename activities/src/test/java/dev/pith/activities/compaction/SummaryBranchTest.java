package dev.pith.activities.compaction;

import static dev.pith.activities.testing.StoredConversation.dialogue;
import static org.assertj.core.api.Assertions.assertThat;

import dev.pith.activities.store.Conversations;
import dev.pith.activities.testing.StoreExtension;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The branch that the store has of a conversation stands in its summary. */
@Tag("servers")
class SummaryBranchTest {

    @RegisterExtension
    static final StoreExtension STORE = new StoreExtension(6);

    @ParameterizedTest
    @CsvSource({"20, false", "120, true"})
    void whetherChunksAreMergedOrNot(int turns, boolean merged) {
        Steps steps = new Steps(STORE.database(), dialogue(STORE.database(), "turns-" + turns, turns, 1_000));
        STORE.database().table(Conversations.class).describe(steps.conversation(), null, null, "high-tide");
        assertThat(steps.plan().merges()).isEqualTo(merged);
        steps.compact();

        assertThat(steps.summary().text()).contains("Branch: high-tide\n");
    }
}
