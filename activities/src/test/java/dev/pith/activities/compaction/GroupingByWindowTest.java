package dev.pith.activities.compaction;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pith.activities.gateway.ProviderState;
import dev.pith.activities.gateway.Providers;
import dev.pith.activities.testing.StoreExtension;
import dev.pith.activities.testing.StoredConversation;
import dev.pith.workflows.Strategy;
import dev.pith.workflows.compaction.ChunkRef;
import dev.pith.workflows.compaction.CompactionRequest;
import dev.pith.workflows.compaction.CompactionSpec;
import dev.pith.workflows.compaction.Sizes;
import dev.pith.workflows.model.ModelUse;
import dev.pith.workflows.model.OnModelFailure;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Merges of a compaction whose endpoint may have told, since the plan, that it serves less than its profile says. */
@Tag("servers")
class GroupingByWindowTest {

    @RegisterExtension
    static final StoreExtension STORE = new StoreExtension(3);

    private static final ModelUse MODEL = new ModelUse(
            "m", "told-endpoint", 128_000, 1_000, 60, 60, 6, OnModelFailure.DEGRADE, 20, false, null, null);

    /** What a merge can read by the plan: everything. */
    private static final int PLANNED = 100_000;

    private static CompactionRequest request;

    @BeforeAll
    static void summarizeChunks() {
        String conversation = StoredConversation.dialogue(STORE.database(), "grouped", 12, 400);
        Sizes sizes = new Sizes(2_000, 1, 100, 500, 400, 1_000, 1_000);
        CompactionSpec spec = new CompactionSpec(Strategy.ROLLING, null, null, MODEL, 2, sizes);
        Steps steps = new Steps(STORE.database(), conversation, spec);
        steps.plan();
        assertThat(steps.summarizeChunks()).hasSizeGreaterThan(4);
        request = new CompactionRequest(steps.compactionId(), conversation, spec);
    }

    @BeforeEach
    void knowTheEndpoint() {
        STORE.database().table(Providers.class).know(MODEL.endpoint());
    }

    @Test
    void aWindowThatHoldsBoundsWhatAMergeReads() {
        told(3_000, Instant.now().plus(Duration.ofHours(1)));
        assertThat(groups()).isNotEmpty();
    }

    @Test
    void aWindowThatWasForgottenDoesNot() {
        told(3_000, Instant.now().minus(Duration.ofHours(1)));
        assertThat(groups()).isEmpty();
    }

    @Test
    void aWindowThatIsLargerThanThePlanChangesNothing() {
        told(1_000_000, Instant.now().plus(Duration.ofHours(1)));
        assertThat(groups()).isEmpty();
    }

    @Test
    void planningReckonsWithTheSmallerWindow() {
        told(1_000_000, Instant.now().plus(Duration.ofHours(1)));
        assertThat(planned()).isEqualTo(MODEL.contextWindow());
        told(3_000, Instant.now().plus(Duration.ofHours(1)));
        assertThat(planned()).isEqualTo(3_000);
    }

    private static int planned() {
        return STORE.database().transact(handle -> Planner.window(handle, MODEL));
    }

    private static List<ChunkRef> groups() {
        return new Grouping(STORE.database()).groups(request, PLANNED);
    }

    private static void told(int window, Instant until) {
        STORE.database()
                .table(Providers.class)
                .update(new ProviderState(MODEL.endpoint(), null, 0, 0, null, null, window, until, null));
    }
}
