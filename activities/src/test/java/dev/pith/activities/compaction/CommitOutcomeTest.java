package dev.pith.activities.compaction;

import static dev.pith.activities.testing.StoredConversation.dialogue;
import static org.assertj.core.api.Assertions.assertThat;

import dev.pith.activities.conversation.Ranges;
import dev.pith.activities.conversation.StoredMessage;
import dev.pith.activities.store.Compactions;
import dev.pith.activities.store.ContextVersions;
import dev.pith.activities.summarizing.Summarizer;
import dev.pith.activities.testing.StoreExtension;
import dev.pith.workflows.compaction.CompactionResult;
import dev.pith.workflows.compaction.CompactionSpec;
import dev.pith.workflows.compaction.Outcome;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("servers")
class CommitOutcomeTest {

    @RegisterExtension
    static final StoreExtension STORE = new StoreExtension(4);

    @Test
    void whatIsToldOfTheContextAfterwardsIsWhatTheNextOneFinds() {
        String id = dialogue(STORE.database(), "told", 40, 1_000);
        CompactionResult result = new Steps(STORE.database(), id).compact();
        CompactionResult next = new Steps(STORE.database(), id).compact();
        assertThat(next.outcome()).isEqualTo(Outcome.NOTHING_TO_DO);
        assertThat(result.tokensAfter()).isEqualTo(next.tokensBefore());
    }

    @ParameterizedTest
    @CsvSource({"false, false", "false, true", "true, false", "true, true"})
    void aSummaryThatSavesNothingReplacesNothing(boolean blank, boolean previewed) {
        String id = dialogue(STORE.database(), "worthless-" + blank + previewed, 20, 1_000);
        Steps steps =
                new Steps(STORE.database(), id, CompactionSpec.defaults(), new WithoutModel(new Worthless(blank)));
        steps.plan();
        steps.summarizeAndMerge();
        CompactionResult result = previewed ? steps.preview() : steps.commit();

        assertThat(result.outcome()).isEqualTo(Outcome.IRREDUCIBLE);
        assertThat(result.error()).contains("nothing was replaced");
        assertThat(result.tokensAfter()).isEqualTo(result.tokensBefore());
        assertThat(STORE.database().table(ContextVersions.class).current(id).version())
                .isOne();
    }

    @Test
    void whatFailsBeforeItsPlanIsRecorded() {
        String id = dialogue(STORE.database(), "unplanned", 2, 100);
        Steps steps = new Steps(STORE.database(), id);
        assertThat(steps.end(Outcome.FAILED).outcome()).isEqualTo(Outcome.FAILED);
        assertThat(STORE.database().table(Compactions.class).find(steps.compactionId()))
                .hasValueSatisfying(row -> assertThat(row.outcome()).isEqualTo(Outcome.FAILED));
    }

    @Test
    void whatIsMissingOrCoveredTwiceIsNotComplete() {
        Ranges none = Ranges.NONE;
        assertThat(new Coverage(3, Ranges.of(1, 2), Ranges.of(3, 3), none, 0, none).complete())
                .isTrue();
        assertThat(new Coverage(3, Ranges.of(1, 2), none, none, 0, Ranges.of(3, 3)).complete())
                .isFalse();
        assertThat(new Coverage(3, Ranges.of(1, 3), Ranges.of(3, 3), none, 1, none).complete())
                .isFalse();
    }

    private record Worthless(boolean blank) implements Summarizer {
        @Override
        public String name() {
            return "worthless-" + blank;
        }

        @Override
        public Draft summarize(Stream<StoredMessage> messages, Wish wish) {
            messages.forEach(message -> {});
            return blank ? new Draft(" ", null, 1) : new Draft("long", null, 1_000_000);
        }

        @Override
        public Draft merge(Stream<Part> parts, @Nullable StoredMessage pinned, Wish wish) {
            return blank ? new Draft(" ", null, 1) : new Draft("long", null, 1_000_000);
        }
    }
}
