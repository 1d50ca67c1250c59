package dev.pith.workflows.compaction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pith.workflows.Strategy;
import dev.pith.workflows.model.ModelUse;
import dev.pith.workflows.model.OnModelFailure;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RecordsTest {

    private static final Sizes SIZES = Sizes.defaults();

    @Test
    void sizesNameTheFieldAndTheRule() {
        refuses(() -> new Sizes(999, 2, 0, 0, 50, 100, 100), "contextWindow is 999, must be at least 1000");
        refuses(() -> new Sizes(1_000, 0, 0, 0, 50, 100, 100), "tailTurns is 0, must be at least 1");
        refuses(() -> new Sizes(1_000, 1, -1, 0, 50, 100, 100), "tailMin is -1, must be at least 0");
        refuses(() -> new Sizes(1_000, 1, 5, 4, 50, 100, 100), "tailMax is 4, must be at least 5");
        refuses(() -> new Sizes(1_000, 1, 0, 0, 49, 100, 100), "summaryMax is 49, must be at least 50");
        refuses(() -> new Sizes(1_000, 1, 0, 0, 50, 99, 100), "singlePassMax is 99, must be at least 100");
        refuses(() -> new Sizes(1_000, 1, 0, 0, 50, 100, 99), "chunkMax is 99, must be at least 100");
        assertThat(new Sizes(1_000, 1, 0, 0, 50, 100, 100).usableWindow()).isEqualTo(850);
    }

    @Test
    void aSummaryTakesTheSmallestOfItsThreeLimits() {
        assertThat(SIZES.summaryBudget(1_000, 0)).isEqualTo(350);
        assertThat(SIZES.summaryBudget(1_000, 2_000))
                .as("an anchor keeps its room")
                .isEqualTo(2_350);
        assertThat(SIZES.summaryBudget(1_000_000_000, 0)).isEqualTo(4_000);
        assertThat(new Sizes(10_000, 2, 0, 0, 4_000, 100, 100).summaryBudget(1_000_000, 0))
                .isEqualTo(850);
    }

    @Test
    void theTailTakesAQuarterWithinItsLimits() {
        assertThat(SIZES.tailBudget()).isEqualTo(8_000);
        assertThat(new Sizes(20_000, 2, 2_000, 8_000, 50, 100, 100).tailBudget())
                .isEqualTo(4_250);
        assertThat(new Sizes(1_000, 2, 2_000, 8_000, 50, 100, 100).tailBudget()).isEqualTo(2_000);
    }

    @Test
    void specsNameTheFieldAndTheRule() {
        refuses(() -> spec(49, null, 4), "target tokens are 49, must be at least 50");
        refuses(() -> spec(null, "x".repeat(2_001), 4), "focus has 2001 characters, may have 2000");
        refuses(() -> spec(null, null, 0), "concurrency is 0, must be 1 to 64");
        refuses(() -> spec(null, null, 65), "concurrency is 65, must be 1 to 64");
        assertThat(spec(50, "x".repeat(2_000), 64).differencesTo(spec(50, "x".repeat(2_000), 64)))
                .isEmpty();
    }

    @Test
    void differencesSayWhatIsThereAndWhatHere() {
        assertThat(spec(500, null, 4).differencesTo(spec(null, "names", 8)))
                .containsExactly(
                        "target tokens is not set there, \"500\" here",
                        "focus is \"names\" there, not set here",
                        "concurrency is \"8\" there, \"4\" here");
    }

    @Test
    void gistsNameTheFieldAndTheRule() {
        CompactionSpec gist = spec(null, null, 4).gist(GistSpec.defaults());
        refuses(() -> new GistSpec(49, 20), "tokens of a gist are 49, must be at least 50");
        refuses(() -> new GistSpec(400, 0), "after 0 new messages, must be at least 1");
        refuses(gist::previewed, "nothing to preview");
        refuses(
                () -> new CompactionSpec(Strategy.GIST, null, null, null, 4, SIZES),
                "strategy GIST needs settings of a gist");
        assertThat(gist.differencesTo(spec(null, null, 4).gist(new GistSpec(300, 5))))
                .containsExactly(
                        "tokens of a gist is \"300\" there, \"400\" here", "new messages is \"5\" there, \"20\" here");
        assertThat(gist.differencesTo(spec(null, null, 4)))
                .containsExactly("strategy is \"ROLLING\" there, \"GIST\" here");
    }

    @Test
    void aGistsModelHasNoLedger() {
        ModelUse model = Compacting.request(1, OnModelFailure.KEEP).spec().model();
        CompactionSpec rolling = new CompactionSpec(Strategy.ROLLING, null, null, model, 4, SIZES);

        assertThat(rolling.gist(GistSpec.defaults()).model()).satisfies(use -> {
            assertThat(use.ledgerPercent()).isZero();
            assertThat(use.onFailure()).isEqualTo(OnModelFailure.KEEP);
        });
        assertThat(rolling.model()).isEqualTo(model);
    }

    @Test
    void strategiesHaveWorkflowsOfTheirOwn() {
        assertThat(Strategy.ROLLING.workflowId("s", "c")).isEqualTo("pith/s/compaction/c");
        assertThat(Strategy.GIST.workflowId("s", "c")).isEqualTo("pith/s/gist/c");
    }

    @Test
    void requestsAreNeverWithoutIds() {
        refuses(() -> new CompactionRequest(" ", "c", spec(null, null, 1)), "id and conversation must not be blank");
        refuses(() -> new CompactionRequest("k", "", spec(null, null, 1)), "id and conversation must not be blank");
    }

    @Test
    void chunksAreRanges() {
        refuses(() -> new ChunkRef(-1, 1, 1, 0), "index -1");
        refuses(() -> new ChunkRef(0, 0, 1, 0), "messages 0 to 1");
        refuses(() -> new ChunkRef(0, 5, 4, 0), "messages 5 to 4");
        refuses(() -> new ChunkRef(0, 1, 1, -1), "-1 tokens");
        assertThat(new ChunkRef(0, 1, 1, 0).toSeq()).isEqualTo(1);
    }

    private static CompactionSpec spec(@Nullable Integer target, @Nullable String focus, int concurrency) {
        return new CompactionSpec(Strategy.ROLLING, target, focus, null, concurrency, SIZES);
    }

    private static void refuses(ThrowingCallable making, String words) {
        assertThatThrownBy(making).isInstanceOf(IllegalArgumentException.class).hasMessageContaining(words);
    }
}
